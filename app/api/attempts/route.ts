import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations';
import { json } from '@/server/http/reply';
import { submitAttempt } from '@/server/learning/submit-attempt';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.submitAttempt, async ({ learner, body, receivedAt }) => {
    const { result, isNew } = await submitAttempt(learner, body, receivedAt);
    return json(isNew ? 201 : 200, result);
  }),
});
