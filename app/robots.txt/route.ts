import { originOf } from '../origin-of';

export function GET(request: Request): Response {
  const lines = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /en/me',
    'Disallow: /zh/me',
    '',
    `Sitemap: ${originOf(request)}/sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
