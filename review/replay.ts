import { FSRSAlgorithm, type FSRSState, Rating } from 'ts-fsrs';
import { gradeOf } from './grade-of';
import { inOrder, type ReviewEvent } from './review-event';

export const DAY_MS = 86_400_000;

/**
 * An answer within this time after another to the same question repeats what was just read under it, or tries out what
 * is said of the other options. It says nothing of memory and is left out.
 */
const AFTERTHOUGHT_MS = 10 * 60_000;

// Steps within a day are for those who learn by rote for hours; here a question comes back on another day.
const fsrs = new FSRSAlgorithm({ enable_short_term: false });

/** What is known of the memory of one question. */
export interface Card {
  readonly questionId: string;
  /** FSRS: days until recall has sunk to 90 %, and how hard the question is for this learner (1 … 10). */
  readonly memory: FSRSState;
  /** When it was last answered. */
  readonly lastMs: number;
  readonly lastScore: number;
  readonly answers: number;
  /** The last answer was wrong and its learner was sure of it: nothing else so surely goes wrong again. */
  readonly sureButWrong: boolean;
}

/**
 * The state of every question answered, from the whole log. It depends on what was answered and when, and on nothing
 * else: two devices that know the same answers agree, in whatever order and how often these have reached them.
 */
export function replay(log: readonly ReviewEvent[]): ReadonlyMap<string, Card> {
  const cards = new Map<string, Card>();
  for (const event of inOrder(log)) {
    const before = cards.get(event.questionId);
    if (before && event.atMs - before.lastMs < AFTERTHOUGHT_MS) continue;
    cards.set(event.questionId, answered(before, event));
  }
  return cards;
}

function answered(before: Card | undefined, event: ReviewEvent): Card {
  const grade = gradeOf(event);
  const days = before ? (event.atMs - before.lastMs) / DAY_MS : 0;
  return {
    questionId: event.questionId,
    memory: fsrs.next_state(before?.memory ?? null, days, grade),
    lastMs: event.atMs,
    lastScore: event.score,
    answers: (before?.answers ?? 0) + 1,
    sureButWrong: grade === Rating.Again && event.confidence === 'sure',
  };
}

/** How likely the question is recalled at a moment, 0 … 1, by the curve of FSRS. */
export function recallAt({ memory, lastMs }: Card, atMs: number): number {
  return fsrs.forgetting_curve(Math.max(0, atMs - lastMs) / DAY_MS, memory.stability);
}

/** The moment at which recall will have sunk to `retention`, rounded to a whole number of days, at least one, after the answer. */
export function sunkMs({ memory, lastMs }: Card, retention: number): number {
  const days = Math.round(memory.stability * fsrs.calculate_interval_modifier(retention));
  return lastMs + Math.max(1, days) * DAY_MS;
}
