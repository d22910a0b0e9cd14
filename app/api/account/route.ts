import { describeAccount } from '@/server/auth/own-account';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { json } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.readAccount, async ({ learner }) => json(200, await describeAccount(learner))),
});
