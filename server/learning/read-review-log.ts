import 'server-only';
import { type ReviewLog, reviewLog } from '@/model/review';
import type { ReviewPlan } from '@/model/review-plan';
import type { Learner } from '@/server/auth/learner';
import { listOutcomes } from '@/server/db/attempts';
import { listOpenOutcomes } from '@/server/db/open-answers';
import { findPlan, type StoredPlan } from '@/server/db/review-plans';

/** Everything from which a learner's reviews are scheduled, oldest first; open ones only when they have been judged. */
export async function readReviewLog(learner: Learner | null): Promise<ReviewLog> {
  if (learner === null) return { plan: null, answers: [] };
  const [plan, graded, judged] = await Promise.all([
    findPlan(learner.id),
    listOutcomes(learner.id),
    listOpenOutcomes(learner.id),
  ]);
  const answers = [
    ...graded.map(({ correct: _, ...each }) => ({ ...each, open: false })),
    ...judged.filter(({ score }) => score !== null).map((each) => ({ ...each, open: true })),
  ];
  return reviewLog.parse({
    plan: sayPlan(plan),
    answers: answers
      .sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime())
      .map(({ answeredAt, ...each }) => ({ ...each, answeredAt: answeredAt.toISOString() })),
  });
}

/** A plan without its learner. */
export function sayPlan(plan: StoredPlan | null): ReviewPlan | null {
  if (plan === null) return null;
  const { interviewOn, dailyLength, chosenAt } = plan;
  return { interviewOn, dailyLength, chosenAt: chosenAt.toISOString() };
}
