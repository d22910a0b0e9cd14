import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../fixtures/book-test';

interface Link {
  readonly from: string;
  readonly href: string;
}

const attributes = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&'));

/** What stands in the pages as they are sent: `href` of every anchor, and every id that an anchor can lead to. */
async function read(request: APIRequestContext, path: string) {
  const answer = await request.get(path);
  const html = answer.headers()['content-type']?.startsWith('text/html') ? await answer.text() : '';
  return {
    ok: answer.ok(),
    links: attributes(html, /<a\b[^>]*?\shref="([^"]*)"/g),
    ids: new Set(attributes(html, /\sid="([^"]*)"/g)),
  };
}

test('every link of every page leads to a page, and to a place in it', async ({ request, book }) => {
  const map = await (await request.get('/sitemap.xml')).text();
  const start = attributes(map, /<loc>([^<]*)<\/loc>/g).map((address) => new URL(address).pathname);
  const pages = new Map<string, Awaited<ReturnType<typeof read>>>();
  const visit = async (path: string) => {
    const page = pages.get(path) ?? (await read(request, path));
    pages.set(path, page);
    return page;
  };

  const links: Link[] = [];
  for (const from of start) {
    const { ok, links: here } = await visit(from);
    expect(ok, from).toBe(true);
    links.push(...here.map((href) => ({ from, href })));
  }
  expect(start.length).toBeGreaterThan(20);

  const dead: string[] = [];
  for (const { from, href } of links) {
    const target = new URL(href, new URL(from, book.url));
    if (target.origin !== book.url) continue;
    const { ok, ids } = await visit(target.pathname + target.search);
    const place = decodeURIComponent(target.hash.slice(1));
    // Behind the # of a figure's page stands a run, no place.
    const isPlace = place !== '' && !place.includes('/');
    if (!ok || (isPlace && !ids.has(place))) dead.push(`${from} → ${href}`);
  }
  expect([...new Set(dead)]).toEqual([]);
});
