import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations';
import { json } from '@/server/http/reply';
import { readHistory } from '@/server/learning/read-history';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.readHistory, async ({ learner, query }) => json(200, await readHistory(learner, query))),
});
