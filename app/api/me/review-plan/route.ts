import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/reviews';
import { noContent } from '@/server/http/reply';
import { chooseReviewPlan } from '@/server/learning/choose-review-plan';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.chooseReviewPlan, async ({ learner, body, receivedAt }) => {
    await chooseReviewPlan(learner, body, receivedAt);
    return noContent();
  }),
});
