import { changeEmail } from '@/server/auth/own-account';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { addressOf } from '@/server/http/rate-limit';
import { json } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.changeEmail, async ({ request, learner, body }) =>
    json(200, await changeEmail(request, learner, body, addressOf(request))),
  ),
});
