import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/generated';
import { json } from '@/server/http/reply';
import { drawItem } from '@/server/learning/draw-item';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.drawItem, async ({ learner, body, receivedAt }) =>
    json(201, await drawItem(learner, body, receivedAt)),
  ),
});
