import type { ReviewLog } from '../model/review';
import type { ReviewPlan } from '../model/review-plan';
import type { Plan } from './daily-list';
import type { ReviewEvent } from './review-event';

/** How many questions a day may be chosen; the second is for whoever has not. */
export const DAILY_LENGTHS = [5, 10, 20, 40] as const;

/** The answers as the server tells them, as the schedule takes them. */
export function eventsOf({ answers }: ReviewLog): ReviewEvent[] {
  return answers.map(({ answeredAt, ...each }) => ({ ...each, atMs: Date.parse(answeredAt) }));
}

/** The plan chosen last: the server's, or one that still waits to be sent. */
export function latestPlan(known: ReviewPlan | null, waiting: readonly ReviewPlan[]): ReviewPlan {
  const never = { interviewOn: null, dailyLength: DAILY_LENGTHS[1], chosenAt: new Date(0).toISOString() };
  return [known ?? never, ...waiting].reduce((latest, plan) =>
    Date.parse(plan.chosenAt) >= Date.parse(latest.chosenAt) ? plan : latest,
  );
}

/** A day without a zone begins at midnight where this runs: where the learner is. */
export function planOf({ interviewOn, dailyLength }: ReviewPlan): Plan {
  return { interviewMs: interviewOn === null ? null : new Date(`${interviewOn}T00:00`).getTime(), dailyLength };
}

/** The midnights before and after a moment, where this runs: a day with a change of the clock is not 24 hours. */
export function dayAround(nowMs: number): [startMs: number, endMs: number] {
  const midnight = new Date(nowMs);
  midnight.setHours(0, 0, 0, 0);
  const startMs = midnight.getTime();
  midnight.setDate(midnight.getDate() + 1);
  return [startMs, midnight.getTime()];
}
