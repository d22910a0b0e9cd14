import { confirmEmail } from '@/server/auth/own-account';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { addressOf } from '@/server/http/rate-limit';
import { json } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.confirmEmail, async ({ request, body: { secret, locale } }) =>
    json(200, { email: await confirmEmail(secret, locale, addressOf(request)) }),
  ),
});
