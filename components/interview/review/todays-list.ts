import type { KeptItem } from '@/components/client/outbox';
import type { ReviewLog } from '@/model/review';
import type { ReviewPlan } from '@/model/review-plan';
import { dueCards, dueMs, lastPassDays, type Plan } from '@/review/daily-list';
import { dayAround, eventsOf, latestPlan, planOf } from '@/review/from-log';
import { DAY_MS, replay } from '@/review/replay';
import type { ReviewQuestion } from './review-question';

export interface Today {
  /** Question ids to ask, in this order: what is due first, then new ones, up to the day's length. */
  readonly list: readonly string[];
  /** How many are due, whether or not they fit into the day. */
  readonly due: number;
  /** Questions answered today, graded or still waiting to be sent. */
  readonly done: number;
  readonly interview: 'none' | 'ahead' | 'today' | 'over';
}

interface Given {
  readonly questions: readonly ReviewQuestion[];
  readonly log: ReviewLog;
  /** What this browser has not been able to send yet. */
  readonly waiting: readonly KeptItem[];
  readonly nowMs: number;
  /** More than the day's length, when the learner has asked for more. */
  readonly more: number;
}

/** What to ask today. A question whose answer still waits to be sent is not asked again meanwhile. */
export function todaysList({ questions, log, waiting, nowMs, more }: Given): Today {
  const chosen = planOf(planHere(log, waiting));
  const [startMs, endMs] = dayAround(nowMs);
  const known = new Set<string>(questions.map(({ id }) => id));
  const cards = [...replay(eventsOf(log)).values()].filter(({ questionId }) => known.has(questionId));
  const sent = waiting.flatMap((item) => (isAnswer(item) ? [item.body] : []));
  const pending = new Set<string>(sent.map(({ questionId }) => questionId));
  const done = new Set<string>([
    ...cards.filter(({ lastMs }) => lastMs >= startMs).map(({ questionId }) => questionId),
    ...sent.filter(({ answeredAt }) => Date.parse(answeredAt) >= startMs).map(({ questionId }) => questionId),
  ]).size;
  const interview = whereIs(chosen.interviewMs, startMs);
  if (interview === 'today' || interview === 'over') return { list: [], due: 0, done, interview };
  const due = dueCards(cards, chosen, endMs)
    .map(({ questionId }) => questionId)
    .filter((id) => !pending.has(id));
  const seen = new Set([...cards.map(({ questionId }) => questionId), ...pending]);
  const fresh = isLastPass(chosen, cards.length, endMs) ? [] : unseen(questions, seen);
  const room = Math.max(0, chosen.dailyLength + more - done);
  return { list: [...due, ...fresh].slice(0, room), due: due.length, done, interview };
}

/** When a question comes back: ms since 1970, null when not before the interview, undefined when it was never graded. */
export function backMs(questionId: string, log: ReviewLog, waiting: readonly KeptItem[]): number | null | undefined {
  const cards = replay(eventsOf(log));
  const card = cards.get(questionId);
  return card && dueMs(card, planOf(planHere(log, waiting)), cards.size);
}

/** The plan that counts here: the one chosen last, sent or not. */
export function planHere({ plan }: ReviewLog, waiting: readonly KeptItem[]): ReviewPlan {
  return latestPlan(
    plan,
    waiting.flatMap((item) => (item.kind === 'review-plan' ? [item.body] : [])),
  );
}

function whereIs(interviewMs: number | null, startMs: number): Today['interview'] {
  if (interviewMs === null) return 'none';
  if (interviewMs > startMs) return 'ahead';
  return interviewMs === startMs ? 'today' : 'over';
}

/** New questions are not begun when there is time only to go once more through the old ones. */
function isLastPass({ interviewMs, dailyLength }: Plan, cards: number, endMs: number): boolean {
  return interviewMs !== null && cards > 0 && interviewMs - endMs < lastPassDays(cards, dailyLength) * DAY_MS;
}

/** Never answered, the easier first. */
function unseen(questions: readonly ReviewQuestion[], seen: ReadonlySet<string>): string[] {
  const depths = ['junior', 'mid', 'senior'];
  return questions
    .filter(({ id }) => !seen.has(id))
    .sort((a, b) => depths.indexOf(a.depth) - depths.indexOf(b.depth))
    .map(({ id }) => id);
}

function isAnswer(item: KeptItem): item is KeptItem & { kind: 'attempt' | 'open-answer' } {
  return item.refused === null && (item.kind === 'attempt' || item.kind === 'open-answer');
}
