import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/open-questions';
import { json } from '@/server/http/reply';
import { answerOpen } from '@/server/learning/answer-open';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.answerOpen, async ({ learner, body, receivedAt }) => {
    const { result, isNew } = await answerOpen(learner, body, receivedAt);
    return json(isNew ? 201 : 200, result);
  }),
});
