import { deleteAccount } from '@/server/auth/own-account';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { addressOf } from '@/server/http/rate-limit';
import { noContent, withCookies } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.deleteAccount, async ({ request, learner, body: { password } }) =>
    withCookies(noContent(), await deleteAccount(request, learner, password, addressOf(request))),
  ),
});
