import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/generated';
import { json } from '@/server/http/reply';
import { playItem } from '@/server/learning/play-item';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.playItem, async ({ learner, query }) => json(200, await playItem(learner, query.question))),
});
