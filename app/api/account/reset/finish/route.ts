import { finishReset } from '@/server/auth/reset';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { addressOf } from '@/server/http/rate-limit';
import { noContent } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: handle(operations.finishReset, async ({ request, body: { secret, password } }) => {
    await finishReset(secret, password, addressOf(request));
    return noContent();
  }),
});
