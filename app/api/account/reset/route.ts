import { askForReset, resetWay } from '@/server/auth/reset';
import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations/account';
import { addressOf } from '@/server/http/rate-limit';
import { json } from '@/server/http/reply';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.readResetWay, async () => json(200, resetWay())),
  POST: handle(operations.askForReset, async ({ request, body }) => {
    await askForReset(body, addressOf(request));
    return json(202, resetWay());
  }),
});
