import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations';
import { noContent } from '@/server/http/reply';
import { recordSimulation } from '@/server/learning/record-simulation';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.recordSimulation, async ({ learner, body, receivedAt }) => {
    await recordSimulation(learner, body, receivedAt);
    return noContent();
  }),
});
