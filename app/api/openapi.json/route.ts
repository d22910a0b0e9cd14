import { handle, route } from '@/server/http/endpoint';
import { openApi } from '@/server/http/open-api';
import { describeApi } from '@/server/http/operations';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(describeApi, async () => Response.json(openApi(), { headers: { 'Cache-Control': 'no-cache' } })),
});
