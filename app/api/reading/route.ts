import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations';
import { noContent } from '@/server/http/reply';
import { recordReading } from '@/server/learning/record-reading';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.recordReading, async ({ learner, body, receivedAt }) => {
    await recordReading(learner, body, receivedAt);
    return noContent();
  }),
});
