import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/open-questions';
import { json } from '@/server/http/reply';
import { readOpenHistory } from '@/server/learning/read-open-history';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.readOpenHistory, async ({ learner, query }) =>
    json(200, await readOpenHistory(learner, query)),
  ),
});
