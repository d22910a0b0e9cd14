import { signUp } from '@/server/auth/account';
import { accountOf } from '@/server/auth/session-reply';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { addressOf } from '@/server/http/rate-limit';
import { json, withCookies } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.signUp, async ({ request, body }) => {
    const entry = await signUp(request, body, addressOf(request));
    if (entry === null) return json(201, { next: 'confirm', account: null });
    return withCookies(json(201, { next: 'signed-in', account: accountOf(entry.learner) }), entry.cookies);
  }),
});
