import { type Card, DAY_MS, recallAt, sunkMs } from './replay';

/** What a learner has chosen, in moments: days begin at midnight where the learner is. */
export interface Plan {
  /** When the day of the interview begins; null without one. */
  readonly interviewMs: number | null;
  /** How many questions a day. */
  readonly dailyLength: number;
}

/** How far recall may sink before a question comes back, when there is no day to be ready for: what FSRS itself proposes. */
const ALWAYS = 0.9;
/**
 * With a day to be ready for, what is recalled before it does not matter, and what is nearly forgotten gains most by
 * being asked: recall may sink to 0.85 a week before the day, to 0.7 a month before it, and between and beyond in
 * proportion to the logarithm, never lower.
 */
const A_WEEK_BEFORE = 0.85;
const LOWER_FOR_TWICE_AS_LONG = 0.07;
const LOWEST = 0.7;
/** Whoever would recall a question on the day of the interview at least this likely need not see it once more. */
const SAFE = 0.95;
const LONGEST_LAST_PASS_DAYS = 7;

/** Days before the interview on which what is not safe is gone through once more: enough for all, and at most a week. */
export function lastPassDays(cards: number, dailyLength: number): number {
  return Math.min(LONGEST_LAST_PASS_DAYS, Math.max(1, Math.ceil(cards / dailyLength)));
}

/** When a question comes back under the plan; null when it does not before the interview. `count`: how many cards there are. */
export function dueMs(card: Card, plan: Plan, count: number): number | null {
  const { interviewMs } = plan;
  if (interviewMs === null) return sunkMs(card, ALWAYS);
  const regular = sunkMs(card, retentionBefore((interviewMs - card.lastMs) / DAY_MS));
  if (regular < interviewMs) return regular;
  if (recallAt(card, interviewMs) >= SAFE) return null;
  // Once a day is enough: who has seen it within the last pass does not see it twice on one evening.
  const lastPass = Math.max(interviewMs - lastPassDays(count, plan.dailyLength) * DAY_MS, card.lastMs + DAY_MS / 2);
  return lastPass < interviewMs ? lastPass : null;
}

function retentionBefore(days: number): number {
  const sunk = A_WEEK_BEFORE - LOWER_FOR_TWICE_AS_LONG * Math.log2(Math.max(1, days) / 7);
  return Math.min(A_WEEK_BEFORE, Math.max(LOWEST, sunk));
}

/** Every question that is due before `untilMs`, what is wanted most first; not cut to the day's length. */
export function dueCards(cards: readonly Card[], plan: Plan, untilMs: number): Card[] {
  const { interviewMs } = plan;
  if (interviewMs !== null && untilMs > interviewMs) return [];
  const due = cards.filter((card) => (dueMs(card, plan, cards.length) ?? Number.POSITIVE_INFINITY) < untilMs);
  const recall = new Map(due.map((card) => [card, recallAt(card, interviewMs ?? untilMs)]));
  const byNeed = (a: Card, b: Card) =>
    Number(b.sureButWrong) - Number(a.sureButWrong) ||
    (recall.get(a) ?? 0) - (recall.get(b) ?? 0) ||
    (a.questionId < b.questionId ? -1 : 1);
  return due.sort(byNeed);
}
