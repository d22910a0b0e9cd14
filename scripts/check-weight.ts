/**
 * npm run check:weight: what a page sends before a simulator comes near the viewport, cold, unscrolled, until the network
 * is idle (prefetches included); that fonts are Latin subsets only; and that nothing moves when simulators wake. Then a
 * page is spoilt in each of these ways, and that must be noticed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { BookServer, makeTemplate } from '@/e2e/fixtures/book-server';
import { CHROMIUM } from '@/e2e/fixtures/chromium';
import { BAR_KIB, faultsOf, type Load } from './weight-check/faults';
import { measure } from './weight-check/measure';
import { PLANTS, serveSpoilt } from './weight-check/plants';

const WIDTHS = [1280, 390];
/** A few at a time: most of a load is waiting for silence. */
const AT_ONCE = 4;

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
makeTemplate();
const book = await BookServer.start();
const browser = await chromium.launch(CHROMIUM);
try {
  const loads = await measureAll(browser);
  print(loads);
  const failing = loads.filter((load) => faultsOf(load).length > 0);
  for (const load of failing) {
    for (const fault of faultsOf(load)) console.log(`FAIL ${load.path} at ${load.width} px: ${fault}`);
  }
  console.log(`weight: ${loads.length} loads, ${failing.length} over what is allowed (a chapter: ${BAR_KIB} KiB)`);
  const unnoticed = await plantAll(browser);
  const failed = failing.length + unnoticed.length;
  if (process.env.TEST_REPORT) {
    const passed = loads.length + PLANTS.length - failed;
    writeFileSync(process.env.TEST_REPORT, JSON.stringify({ passed, failed, skipped: 0 }));
  }
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await browser.close();
  await book.stop();
}

async function measureAll(browser: Browser): Promise<Load[]> {
  const asked = pagesOfBook().flatMap((path) => WIDTHS.map((width) => ({ path, width })));
  const loads: Load[] = [];
  for (let first = 0; first < asked.length; first += AT_ONCE) {
    const some = asked.slice(first, first + AT_ONCE);
    loads.push(...(await Promise.all(some.map(({ path, width }) => measure(browser, book.url, path, width)))));
  }
  return loads;
}

/** Names of what was planted and not noticed. */
async function plantAll(browser: Browser): Promise<string[]> {
  const unnoticed: string[] = [];
  for (const plant of PLANTS) {
    const spoilt = await serveSpoilt(book.url, plant);
    const load = await measure(browser, spoilt.url, '/en/chapters/reason-two', 1280);
    spoilt.stop();
    const found = faultsOf(load).some((fault) => plant.fault.test(fault));
    console.log(`${found ? 'ok  ' : 'FAIL'} planted, and noticed: ${plant.name}`);
    if (!found) unnoticed.push(plant.name);
  }
  return unnoticed;
}

function print(loads: readonly Load[]): void {
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
}

function pagesOfBook(): string[] {
  const { parts }: { parts: { chapters: string[] }[] } = JSON.parse(readFileSync('content/book.json', 'utf8'));
  const chapters = parts.flatMap((part) => part.chapters.map((slug) => `/chapters/${slug}`));
  const interview = ['/interview', '/interview/mock', '/interview/questions/two-reasons'];
  const others = [
    ...interview,
    '/play/last-ack-lost',
    '/lab',
    '/glossary',
    '/tools/ports',
    '/tools/ss',
    '/how-true',
    '/rules',
    '/interview/review',
    '/lab/capture',
    '/lab/packetdrill',
    '/me',
  ];
  return ['en', 'zh'].flatMap((locale) => [
    ...['', ...chapters, ...others].map((path) => `/${locale}${path}`),
    `/embed/${locale}/last-ack-lost`,
  ]);
}
