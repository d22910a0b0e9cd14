import { renameLearner } from '@/server/auth/own-account';
import { sessionReplyOf } from '@/server/auth/session-reply';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { json } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.changeName, async ({ learner, body: { name } }) =>
    json(200, sessionReplyOf(await renameLearner(learner, name))),
  ),
});
