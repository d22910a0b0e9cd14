import type { Scenario } from '@/engine/simulation/scenario';
import type { Settings } from '@/engine/simulation/settings';
import type { Figures } from '@/server/grading/answer-key';
import { answerKey } from '@/server/grading/answer-key';
import { checkQuestion } from '@/server/grading/check-question';
import type { QuestionFile } from '@/server/grading/question-file';

/** Stands in every altered text, so that a search for it finds what got out. */
export const MARK = 'QQALTEREDQQ';

const MISCONCEPTIONS = 34;

/**
 * The same question to a reader who has not answered it, another one to the grader: another key, and other feedback,
 * explanation and misconceptions. Throws when no other key can be found that the bank would accept.
 */
export function alterQuestion(question: QuestionFile, figures: Figures): QuestionFile {
  const before = JSON.stringify(answerKey(question, figures));
  const reworded = reword(question);
  for (const candidate of withOtherKeys(reworded, figures)) {
    const fits = checkQuestion(candidate, figures).length === 0;
    if (fits && JSON.stringify(answerKey(candidate, figures)) !== before) return candidate;
  }
  throw new Error(`no other key was found for ${question.chapter}/${question.id}`);
}

type Worded = Readonly<Record<'en' | 'zh', string>>;

export function other(text: Worded): { en: string; zh: string } {
  return { en: `${MARK} ${text.en.length}`, zh: `${MARK} ${text.zh.length}` };
}

function otherNumber(misconception: number): number {
  return (misconception % MISCONCEPTIONS) + 1;
}

/** All that is said after an answer, said otherwise. */
function reword(question: QuestionFile): QuestionFile {
  const explanation = other(question.explanation);
  switch (question.kind) {
    case 'one':
    case 'several': {
      const options = question.options.map((option) => ({ ...option, feedback: other(option.feedback) }));
      return { ...question, explanation, options };
    }
    case 'predict': {
      // Which options have a run of their own says which of them are wrong.
      const options = question.options.map(({ belief, ...option }) => ({
        ...option,
        feedback: other(option.feedback),
      }));
      return { ...question, explanation, options };
    }
    case 'order':
      return {
        ...question,
        explanation,
        items: question.items.map((item) => ({ ...item, feedback: other(item.feedback) })),
      };
    case 'match':
      return {
        ...question,
        explanation,
        left: question.left.map((item) => ({ ...item, feedback: other(item.feedback) })),
      };
    case 'number':
      return { ...question, explanation, otherwise: other(question.otherwise) };
  }
}

function* withOtherKeys(question: QuestionFile, figures: Figures): Generator<QuestionFile> {
  switch (question.kind) {
    case 'one':
      for (const { id } of question.options) {
        yield { ...question, options: believedOf(question.options, [id]), key: { option: id } };
      }
      return;
    case 'several':
      for (const { id } of question.options) {
        const right = question.key.options.includes(id)
          ? question.key.options.filter((each) => each !== id)
          : [...question.key.options, id];
        if (right.length > 0)
          yield { ...question, options: believedOf(question.options, right), key: { options: right } };
      }
      return;
    case 'order':
      for (let by = 1; by < question.key.items.length; by++) {
        yield { ...question, mistakes: [], key: { items: rotate(question.key.items, by) } };
      }
      return;
    case 'match': {
      const partners = rotate(
        question.key.pairs.map(([, partner]) => partner),
        1,
      );
      const pairs = question.key.pairs.map(([id], index): [string, string] => [id, partners[index] ?? '']);
      yield { ...question, mistakes: [], key: { pairs } };
      return;
    }
    case 'number': {
      const key = answerKey(question, figures);
      if (key.kind !== 'number') return;
      const value = key.value + 1000 * (key.tolerance + 1);
      const mistakes = question.mistakes.map(({ misconception }, index) => ({
        value: -1 - index,
        tolerance: 0,
        feedback: { en: MARK, zh: MARK },
        misconception: otherNumber(misconception),
      }));
      yield { ...question, mistakes, key: { value, tolerance: key.tolerance } };
      // Beside a picture a key must be computed: so the same measure in another unit.
      if ('computed' in question.key) {
        const { computed, tolerance } = question.key;
        const divideBy = (computed.divideBy ?? 1) / 1000;
        yield { ...question, mistakes, key: { computed: { ...computed, divideBy }, tolerance } };
      }
      return;
    }
    case 'predict':
      yield* withOtherRuns(question, figures);
  }
}

type Option = Extract<QuestionFile, { kind: 'one' }>['options'][number];

/** Wrong options stand for another belief than they did, right ones for none. */
function believedOf(options: readonly Option[], right: readonly string[]): Option[] {
  return options.map((option) => ({
    ...option,
    misconception: right.includes(option.id) ? null : otherNumber(option.misconception ?? 0),
  }));
}

function rotate<T>(list: readonly T[], by: number): T[] {
  return [...list.slice(by), ...list.slice(0, by)];
}

type Predict = Extract<QuestionFile, { kind: 'predict' }>;
type Computed = Predict['key']['computed'];

/** A predicted key is what a run gives: another moment, or other settings, until another option comes out. */
function* withOtherRuns(question: Predict, figures: Figures): Generator<Predict> {
  const { computed } = question.key;
  const scenario = figures(computed.scenario)?.scenario;
  if (!scenario) return;
  for (const settings of [{}, ...otherSettings(scenario)]) {
    for (const candidate of atOtherMoments(
      { ...computed, settings: { ...computed.settings, ...settings } },
      scenario,
    )) {
      const key = { computed: candidate };
      const { option } = answerKey({ ...question, key }, figures) as { option: string };
      yield { ...question, options: believedOf(question.options, [option]), key };
    }
  }
}

/** Spread so that the milliseconds of a handshake are met as well as the minutes of a wait. */
const MOMENTS = 60;

function atOtherMoments(computed: Computed, { originMs, endMs, sockets }: Scenario): Computed[] {
  const { measure } = computed;
  if (measure.measure !== 'state') return [computed];
  const ids = sockets.flatMap(({ id, steps }) => [id, ...steps.flatMap((step) => ('as' in step ? step.as : []))]);
  return ids.flatMap((socket) =>
    Array.from({ length: MOMENTS }, (_, moment) => ({
      ...computed,
      measure: { ...measure, socket, atMs: Math.round((endMs - originMs) ** (moment / (MOMENTS - 1))) },
    })),
  );
}

function otherSettings({ hosts, sockets }: Scenario): Settings[] {
  const pairs = hosts.flatMap(({ id: from }) =>
    hosts.filter(({ id }) => id !== from).map(({ id: to }) => ({ from, to })),
  );
  return [
    { faults: [] },
    ...[true, false].map((timestamps) => ({ timestamps })),
    ...(['rfc793', 'rfc9293', 'linux'] as const).flatMap((profile) => [{ profile }, { profile, faults: [] }]),
    ...[0, 100, 1000, 60_000, 240_000].map((timeWaitMs) => ({ timeWaitMs })),
    ...[2, 20, 2000].map((roundTripMs) => ({ roundTripMs })),
    // One direction of one path lost altogether; one socket that begins late.
    ...pairs.map((match) => ({ faults: [{ match, action: 'drop' as const }] })),
    ...sockets.flatMap(({ id }) => [0, 100, 300, 3000].map((atMs) => ({ startMs: { [id]: atMs } }))),
  ];
}
