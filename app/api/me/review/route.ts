import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/reviews';
import { json } from '@/server/http/reply';
import { readReviewLog } from '@/server/learning/read-review-log';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.readReviewLog, async ({ learner }) => json(200, await readReviewLog(learner))),
});
