import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations';
import { json } from '@/server/http/reply';
import { readProgress } from '@/server/learning/read-progress';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.readProgress, async ({ learner }) => json(200, await readProgress(learner))),
});
