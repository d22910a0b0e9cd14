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

function other(text: Worded): { en: string; zh: string } {
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
    case 'several':
    case 'predict': {
      const options = question.options.map((option) => ({ ...option, feedback: other(option.feedback) }));
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

/** A predicted key is what a run gives: other settings, or another moment, until another option comes out. */
function* withOtherRuns(question: Predict, figures: Figures): Generator<Predict> {
  const { computed } = question.key;
  for (const candidate of [...otherMoments(computed, figures), ...otherSettings(computed)]) {
    const key = { computed: candidate };
    const { option } = answerKey({ ...question, key }, figures) as { option: string };
    yield { ...question, options: believedOf(question.options, [option]), key };
  }
}

function otherMoments(computed: Computed, figures: Figures): Computed[] {
  const { measure } = computed;
  const run = figures(computed.scenario)?.scenario;
  if (measure.measure !== 'state' || !run) return [];
  const lengthMs = run.endMs - run.originMs;
  const sockets = run.sockets.flatMap(({ id, steps }) => [
    id,
    ...steps.flatMap((step) => ('as' in step ? step.as : [])),
  ]);
  return sockets.flatMap((socket) =>
    Array.from({ length: 400 }, (_, step) => ({
      ...computed,
      measure: { ...measure, socket, atMs: Math.round((lengthMs * step) / 400) },
    })),
  );
}

function otherSettings(computed: Computed): Computed[] {
  const settings = [
    { faults: [] },
    ...(['rfc793', 'rfc9293', 'linux'] as const).flatMap((profile) => [{ profile }, { profile, faults: [] }]),
    ...[0, 100, 1000, 60_000, 240_000].map((timeWaitMs) => ({ timeWaitMs })),
    ...[2, 20, 2000].map((roundTripMs) => ({ roundTripMs })),
  ];
  return settings.map((each) => ({ ...computed, settings: { ...computed.settings, ...each } }));
}
