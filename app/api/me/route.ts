import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations';
import { noContent, withCookies } from '@/server/http/reply';
import { forgetLearner } from '@/server/learning/forget-learner';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  DELETE: handle(operations.deleteLearner, async ({ learner, request }) =>
    withCookies(noContent(), await forgetLearner(learner, request)),
  ),
});
