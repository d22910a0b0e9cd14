import { LANGUAGE_TAG, LOCALES } from '@/i18n/locale';
import { loadBook } from '@/server/content/book';
import { interviewQuestions } from '@/server/content/questions';
import { figurePlaces } from '../[locale]/figure';
import { originOf } from '../origin-of';

/** Every page in both languages; each names its counterpart (sitemaps.org, with hreflang). */
export async function GET(request: Request): Promise<Response> {
  const origin = originOf(request);
  const { chapters } = await loadBook();
  const figures = (await figurePlaces('en')).map(({ scenario }) => `/play/${scenario}`);
  const questions = (await interviewQuestions('en')).map(({ id }) => `/interview/questions/${id}`);
  const paths = [
    '',
    ...chapters.map((slug) => `/chapters/${slug}`),
    ...figures,
    '/lab',
    '/interview',
    '/interview/mock',
    '/interview/cheat-sheet',
    ...questions,
    '/glossary',
    '/interview/drill',
    '/tools/ports',
    '/how-true',
    '/rules',
    '/tools/ss',
    '/interview/review',
    '/lab/capture',
    '/lab/packetdrill',
    '/privacy',
    '/sign-up',
    '/sign-in',
  ];
  const urls = paths.flatMap((path) => {
    const alternates = LOCALES.map(
      (each) =>
        `<xhtml:link rel="alternate" hreflang="${LANGUAGE_TAG[each]}" href="${escapeXml(`${origin}/${each}${path}`)}"/>`,
    );
    return LOCALES.map(
      (locale) => `<url><loc>${escapeXml(`${origin}/${locale}${path}`)}</loc>${alternates.join('')}</url>`,
    );
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
