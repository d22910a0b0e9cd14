import { welcome } from '@/server/auth/learner';
import { handle, route } from '@/server/http/endpoint';
import { openSession } from '@/server/http/operations';
import { json, withCookies } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(openSession, async ({ request }) => {
    const { learner, cookies } = await welcome(request);
    return withCookies(json(200, { learner: learner.isAnonymous ? 'anonymous' : 'signed-in' }), cookies);
  }),
});
