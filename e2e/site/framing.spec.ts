import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures/book-test';

/** Somebody else's page, on a site of its own, that frames these addresses. */
async function siteThatFrames(
  addresses: readonly string[],
): Promise<{ readonly server: Server; readonly url: string }> {
  const frames = addresses.map(
    (address, index) => `<iframe name="f${index}" src="${address}" width="700" height="900"></iframe>`,
  );
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' });
    answer.end(`<!doctype html><title>Framing</title>${frames.join('')}`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // To Chromium, localhost and 127.0.0.1 are two sites.
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

test('another site may frame the page made for it, which plays and leaves no cookie', async ({ page, book }) => {
  const run = 'v1/engine=1.1.0/at=400/timeWait=2000/run=00000000';
  const site = await siteThatFrames([`${book.url}/embed/en/last-ack-lost#${run}`]);
  const cookies: string[] = [];
  const asked: string[] = [];
  page.on('response', async (response) => {
    asked.push(response.url());
    if (await response.headerValue('set-cookie')) cookies.push(response.url());
  });
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  const figure = frame.locator('figure.sim');
  await expect(figure).toHaveAttribute('data-awake', '');
  await expect(figure.locator('.transport .now')).toContainText('0.40');
  await figure.locator('button[data-act="forward"]').click();
  await expect(figure.locator('.transport .now')).not.toContainText('0.40');
  await expect(frame.getByRole('link', { name: '2MSL' })).toHaveAttribute('href', `/en/play/last-ack-lost#${run}`);
  await page.waitForLoadState('networkidle');
  expect(cookies).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
  const kept = await page.frame({ name: 'f0' })?.evaluate(() => document.cookie);
  expect(kept).toBe('');
  site.server.close();
});

test('no other page can be framed', async ({ page, book, complaints }) => {
  complaints.expect(/frame-ancestors|X-Frame-Options/i);
  const refusing = ['/en', '/zh/chapters/reason-two', '/en/play/last-ack-lost', '/en/me'];
  const site = await siteThatFrames(refusing.map((path) => book.url + path));
  await page.goto(site.url);
  for (const [index] of refusing.entries()) {
    await expect.poll(() => page.frame({ name: `f${index}` })?.url()).toBe('chrome-error://chromewebdata/');
  }
  site.server.close();
});

test('the policy says who may frame what', async ({ request }) => {
  const ancestors = async (path: string) => {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    const [, named] = /frame-ancestors ([^;]+)/.exec(headers['content-security-policy'] ?? '') ?? [];
    return [named, headers['x-frame-options']];
  };
  for (const path of [
    '/',
    '/en',
    '/en/play/last-ack-lost',
    '/en/embed/x',
    '/embed',
    '/embedded/x',
    '/api/progress',
    '/no',
  ]) {
    expect(await ancestors(path), path).toEqual(["'none'", 'DENY']);
  }
  for (const path of ['/embed/en/last-ack-lost', '/embed/zh/old-duplicate']) {
    expect(await ancestors(path), path).toEqual(['*', undefined]);
  }
});
