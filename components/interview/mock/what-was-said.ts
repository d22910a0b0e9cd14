import type { Answer } from '@/components/client/answers';
import type { OpenAnswer } from '@/components/client/open-answers';
import type { AttemptResult, Locale } from '@/model/attempt';
import type { MockFollowUp, Outcome } from '@/model/mock-interview';
import type { OpenKey, PublicOpenQuestion } from '@/model/open-question';
import type { PublicQuestion } from '@/model/question';
import { sayAnswer } from '@/model/say-answer';
import type { Said } from './session';

interface Told {
  readonly outcome: Outcome;
  readonly said: Said;
}

/** A closed question after its grade. */
export function toldOfClosed(
  question: PublicQuestion,
  { response }: Answer,
  result: AttemptResult,
  locale: Locale,
): Told {
  const { prompt, chapter, section, figure } = question;
  const right = sayAnswer(question, result.solution, locale);
  return {
    outcome: { score: result.score, missed: [], deeper: null },
    said: {
      ...{ prompt, chapter, section },
      how: 'chosen',
      text: sayAnswer(question, response, locale),
      model: `${right}\n\n${result.explanation}`,
      points: [],
      simulator: figure ?? null,
      sources: result.sources ?? [],
    },
  };
}

/** An open question after the learner has judged it. What was passed over has no score. */
export function toldOfOpen(question: PublicOpenQuestion, answer: OpenAnswer, key: OpenKey): Told {
  const { prompt, chapter, section } = question;
  const met = answer.met ?? [];
  const missed = key.points.filter(({ id }) => !met.includes(id));
  return {
    outcome: {
      score: answer.how === 'skipped' && met.length === 0 ? null : scoreOf(key, met),
      missed: followUpsOf(key, missed),
      deeper: key.deeper,
    },
    said: {
      ...{ prompt, chapter, section },
      how: answer.how,
      text: answer.text,
      model: key.modelAnswer,
      points: key.points.map(({ id, text }) => ({ text, met: met.includes(id) })),
      simulator: key.simulator,
      sources: key.sources,
    },
  };
}

/** A short follow-up, judged as a whole; where to read it up is where its question says. */
export function toldOfFollowUp(followUp: MockFollowUp, parent: Said, text: string, score: number | null): Told {
  return {
    outcome: { score, missed: [], deeper: null },
    said: {
      ...parent,
      prompt: followUp.prompt,
      how: score === null ? 'skipped' : text === '' ? 'aloud' : 'typed',
      text,
      model: followUp.answer ?? '',
      points: [],
    },
  };
}

/** What the points that were missed bring, essential ones first, each follow-up once. */
function followUpsOf(key: OpenKey, missed: OpenKey['points']): MockFollowUp[] {
  const weighed = [...missed.filter(({ essential }) => essential), ...missed.filter(({ essential }) => !essential)];
  const ids = new Set(weighed.flatMap(({ followUp }) => (followUp === null ? [] : [followUp])));
  return [...ids].flatMap((id) => key.followUps.find((each) => each.id === id) ?? []);
}

/** Share of the rubric, 0 … 1; an essential point weighs twice, as on the server. */
function scoreOf({ points }: OpenKey, met: readonly string[]): number {
  const weigh = (some: OpenKey['points']) => some.reduce((sum, { essential }) => sum + (essential ? 2 : 1), 0);
  return weigh(points.filter(({ id }) => met.includes(id))) / weigh(points);
}
