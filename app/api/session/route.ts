import { welcome } from '@/server/auth/learner';
import { sessionReplyOf } from '@/server/auth/session-reply';
import { handle, route } from '@/server/http/endpoint';
import { openSession, readSession } from '@/server/http/operations/account';
import { json, withCookies } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(readSession, async ({ learner }) => json(200, sessionReplyOf(learner))),
  POST: handle(openSession, async ({ request }) => {
    const { learner, cookies } = await welcome(request);
    return withCookies(json(200, sessionReplyOf(learner)), cookies);
  }),
});
