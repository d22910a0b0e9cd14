import { dismiss } from '@/server/auth/learner';
import { handle, route } from '@/server/http/endpoint';
import { signOut } from '@/server/http/operations/account';
import { noContent, withCookies } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(signOut, async ({ request, learner }) =>
    // Without the cookie nothing would lead back to an anonymous learner: they have not signed in, and stay.
    withCookies(noContent(), learner?.isAnonymous === false ? await dismiss(request) : []),
  ),
});
