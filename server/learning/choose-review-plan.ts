import 'server-only';
import type { ReviewPlanRequest } from '@/model/review-plan';
import type { Learner } from '@/server/auth/learner';
import { keepLatestPlan } from '@/server/db/review-plans';
import { clientTime } from './client-time';

/** Remembers the day of the interview and the length of a day's list, unless something later was chosen elsewhere. */
export async function chooseReviewPlan(learner: Learner, request: ReviewPlanRequest, receivedAt: Date): Promise<void> {
  const { interviewOn, dailyLength } = request;
  await keepLatestPlan({
    userId: learner.id,
    interviewOn,
    dailyLength,
    chosenAt: clientTime(request.chosenAt, receivedAt),
  });
}
