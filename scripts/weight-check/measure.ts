import type { Browser, Page, Request } from '@playwright/test';
import type { Load } from './faults';

/** Loads a page cold in a browser of its own, leaves it unscrolled until the network is idle, then scrolls it through. */
export async function measure(browser: Browser, url: string, path: string, width: number): Promise<Load> {
  const context = await browser.newContext({ viewport: { width, height: width > 800 ? 800 : 844 } });
  const page = await context.newPage();
  await page.addInitScript(recordShifts);
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  const response = await page.goto(url + path, { waitUntil: 'networkidle' });
  // Idle once is not idle: prefetches begin when the page has come to rest.
  await page.waitForTimeout(700);
  await page.waitForLoadState('networkidle');
  const unscrolled = [...finished];

  const scripts = await sizesOf(unscrolled, /javascript/);
  const fonts = unscrolled.map((request) => new URL(request.url()).pathname).filter((name) => /\.woff2?$/.test(name));
  const loadShift = await shiftSoFar(page);
  await scrollThrough(page);
  const wakeShift = Number(((await shiftSoFar(page)) - loadShift).toFixed(4));
  await context.close();
  return {
    path,
    width,
    status: response?.status() ?? 0,
    scripts: scripts.length,
    scriptBytes: scripts.reduce((sum, size) => sum + size, 0),
    fonts,
    loadShift,
    wakeShift,
  };
}

/** Bytes of each body as it was transferred, of the requests whose answer is of this type. */
async function sizesOf(requests: readonly Request[], type: RegExp): Promise<number[]> {
  const sizes: number[] = [];
  for (const request of requests) {
    const response = await request.response();
    if (!type.test(response?.headers()['content-type'] ?? '')) continue;
    sizes.push((await request.sizes()).responseBodySize);
  }
  return sizes;
}

/** So that all that sleeps wakes. */
async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 400) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(60);
  }
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
}

interface Watched extends Window {
  shifted: number;
}

function recordShifts(): void {
  const watched = window as unknown as Watched;
  watched.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.shifted += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Sum of all layout shifts since the page began. */
function shiftSoFar(page: Page): Promise<number> {
  return page.evaluate(() => Number((window as unknown as Watched).shifted.toFixed(4)));
}
