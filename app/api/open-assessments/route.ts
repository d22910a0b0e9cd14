import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/open-questions';
import { json } from '@/server/http/reply';
import { assessOpen } from '@/server/learning/assess-open';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.assessOpen, async ({ learner, body, receivedAt }) =>
    json(200, await assessOpen(learner, body, receivedAt)),
  ),
});
