import { endOtherSessions } from '@/server/auth/own-account';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { noContent } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.endOtherSessions, async ({ request }) => {
    await endOtherSessions(request);
    return noContent();
  }),
});
