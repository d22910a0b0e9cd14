import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/open-questions';
import { json } from '@/server/http/reply';
import { readOpenKeys } from '@/server/learning/read-open-keys';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.readOpenKeys, async ({ query }) => json(200, await readOpenKeys(query.ids, query.locale))),
});
