import { networkInterfaces } from 'node:os';
import { questionOf } from '../fixtures/book-content';
import { BookServer } from '../fixtures/book-server';
import { expect, test } from '../fixtures/book-test';
import { Reader } from '../fixtures/reader';

for (const [wish, leadsTo] of [
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-US,en;q=0.9', 'en'],
  ['fr-FR,fr;q=0.9', 'en'],
  ['de,zh-TW;q=0.5', 'zh'],
] as const) {
  test(`/ leads a browser that wishes ${wish} to /${leadsTo}`, async ({ request }) => {
    const answer = await request.get('/', { headers: { 'accept-language': wish }, maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(new URL(answer.headers().location ?? '', 'http://x').pathname).toBe(`/${leadsTo}`);
  });
}

test('every page comes with a policy that allows no eval', async ({ request }) => {
  for (const path of ['/en', '/zh/chapters/reason-two', '/en/me', '/en/no-such-page', '/api/progress']) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/https?:/);
  }
});

test('the sitemap names every page in both languages', async ({ request }) => {
  const map = await (await request.get('/sitemap.xml')).text();
  for (const path of [
    '/en',
    '/zh',
    '/en/chapters/reason-two',
    '/zh/chapters/reason-two',
    '/zh/glossary',
    '/en/how-true',
    '/zh/rules',
  ]) {
    expect(map).toContain(`${path}<`);
  }
  expect(await (await request.get('/robots.txt')).text()).toContain('sitemap.xml');
});

test('nothing comes from another host', async ({ reader, page, book }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await reader.open('');
  await reader.open('/chapters/reason-two');
  await page.waitForLoadState('networkidle');
  expect([...hosts]).toEqual([book.url]);
});

test('a classroom reaches the book over plain http, and its answers are kept', async ({ page, language }) => {
  const address = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  // Without a network, a name that Chromium is told to find here; localhost would be a secure context.
  const host = address ?? 'book.local';
  const own = await BookServer.start({ host: '0.0.0.0' });
  try {
    const reader = new Reader(page, language);
    const question = questionOf('one');
    await page.goto(`http://${host}:${own.port}/${language}/chapters/${question.chapter}`);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await reader.turnTo(question);
    await reader.fillIn(question, { right: true });
    await reader.send(question);
    await reader.expectGraded(question, { right: true });
    const cookies = await page.context().cookies();
    expect(cookies.filter(({ secure }) => secure)).toEqual([]);
    expect(cookies.some(({ httpOnly }) => httpOnly)).toBe(true);
    await page.reload();
    await reader.turnTo(question);
    await reader.expectGraded(question, { right: true });
  } finally {
    await own.stop();
  }
});
