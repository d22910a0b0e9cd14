import { signIn } from '@/server/auth/account';
import { sessionReplyOf } from '@/server/auth/session-reply';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { addressOf } from '@/server/http/rate-limit';
import { json, withCookies } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.signIn, async ({ request, body }) => {
    const { learner, cookies } = await signIn(request, body, addressOf(request));
    return withCookies(json(200, sessionReplyOf(learner)), cookies);
  }),
});
