import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/reviews';
import { json } from '@/server/http/reply';
import { readGradedAnswers } from '@/server/learning/read-graded-answers';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.readGradedAnswers, async ({ learner }) => json(200, await readGradedAnswers(learner))),
});
