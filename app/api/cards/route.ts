import { originOf } from '@/app/origin-of';
import { handle, route } from '@/server/http/endpoint';
import { takeCards } from '@/server/http/operations/cards';
import { makeCards } from '@/server/learning/cards/make-cards';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(takeCards, async ({ request, learner, query: { locale } }) => {
    const file = await makeCards(learner, locale, originOf(request));
    const headers = {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="2msl-${locale}.txt"`,
      'Cache-Control': 'no-store',
    };
    return new Response(file, { headers });
  }),
});
