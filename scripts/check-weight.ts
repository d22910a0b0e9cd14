/**
 * npm run check:weight: what a page sends before a simulator comes near the viewport, cold, unscrolled, until the network
 * is idle (prefetches included); that fonts are Latin subsets only; and that nothing moves when simulators wake.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page, type Request } from '@playwright/test';
import { BookServer, makeTemplate } from '@/e2e/fixtures/book-server';
import { CHROMIUM } from '@/e2e/fixtures/chromium';
import { BAR_KIB, faultsOf, type Load } from './weight-check/faults';

const WIDTHS = [1280, 390];
const AT_ONCE = 4;

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
makeTemplate();
const book = await BookServer.start();
const browser = await chromium.launch(CHROMIUM);
const asked = pagesOfBook().flatMap((path) => WIDTHS.map((width) => ({ path, width })));
const loads: Load[] = [];
try {
  // A few at a time: most of a load is waiting for silence.
  for (let first = 0; first < asked.length; first += AT_ONCE) {
    const some = asked.slice(first, first + AT_ONCE);
    loads.push(...(await Promise.all(some.map(({ path, width }) => measure(browser, book.url, path, width)))));
  }
} finally {
  await browser.close();
  await book.stop();
}

console.table(
  loads.map(({ path, width, scriptBytes, scripts, fonts, loadShift, wakeShift }) => ({
    page: path,
    width,
    'script KiB (gz)': Number((scriptBytes / 1024).toFixed(1)),
    scripts,
    fonts: fonts.length,
    'shift on load': loadShift,
    'on waking': wakeShift,
  })),
);
const failing = loads.map((load) => ({ load, faults: faultsOf(load) })).filter(({ faults }) => faults.length > 0);
for (const { load, faults } of failing) {
  for (const fault of faults) console.log(`FAIL ${load.path} at ${load.width} px: ${fault}`);
}
console.log(`weight: ${loads.length} loads, ${failing.length} over what is allowed (a chapter: ${BAR_KIB} KiB)`);
if (process.env.TEST_REPORT) {
  const counts = { passed: loads.length - failing.length, failed: failing.length, skipped: 0 };
  writeFileSync(process.env.TEST_REPORT, JSON.stringify(counts));
}
process.exitCode = failing.length === 0 ? 0 : 1;

function pagesOfBook(): string[] {
  const { parts }: { parts: { chapters: string[] }[] } = JSON.parse(readFileSync('content/book.json', 'utf8'));
  const chapters = parts.flatMap((part) => part.chapters.map((slug) => `/chapters/${slug}`));
  return ['en', 'zh'].flatMap((locale) => ['', ...chapters, '/glossary', '/me'].map((path) => `/${locale}${path}`));
}

async function measure(browser: Browser, url: string, path: string, width: number): Promise<Load> {
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
