/**
 * npm run bench:ui [-- --rounds 5 --throttle 4]: how long the simulator makes a reader wait, in Chromium with a slowed
 * CPU, on the built book (npm run build first). The times are what the clock says: another busy process is in them.
 */
import { parseArgs } from 'node:util';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { BookServer, makeTemplate } from '@/e2e/fixtures/book-server';
import { CHROMIUM } from '@/e2e/fixtures/chromium';
import { loadFigure } from '@/server/content/figures';
import { calibrate } from './bench/calibrate';
import { median } from './bench/row';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, throttle: { type: 'string', default: '4' } },
});
const ROUNDS = Number(values.rounds);
const THROTTLE = Number(values.throttle);
const INPUTS = 60;

makeTemplate();
const book = await BookServer.start();
const browser = await chromium.launch(CHROMIUM);
let isMissed = false;
try {
  const rate = median(Array.from({ length: 3 }, calibrate)) / 1e6;
  console.log(`Chromium ${browser.version()}, CPU slowed ${THROTTLE} times, ${ROUNDS} × ${INPUTS} inputs`);
  console.log(`the calibration loop (in Node, not slowed): ${rate.toFixed(0)} million steps a second`);
  for (const how of ['scrubbing', 'dragging'] as const) await reportInputs(how);
  await reportRuns();
  await reportWaking();
} finally {
  await browser.close();
  await book.stop();
}
process.exitCode = isMissed ? 1 : 0;

interface Inputs {
  /** Milliseconds of script for each input. */
  readonly scripts: number[];
  /** Durations of the events of the Event Timing API; it tells only of those of 16 ms and more. */
  readonly events: number[];
  /** Script in each frame that took longer than 50 ms. */
  readonly longFrames: number[];
}

async function reportInputs(how: 'scrubbing' | 'dragging'): Promise<void> {
  const all: Inputs = { scripts: [], events: [], longFrames: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const { scripts, events, longFrames } = await inputsOf(how);
    all.scripts.push(...scripts);
    all.events.push(...events, ...Array.from({ length: Math.max(0, scripts.length - events.length) }, () => 0));
    all.longFrames.push(...longFrames);
  }
  report(
    `${how}: own script per input, p98`,
    percentile(all.scripts, 0.98),
    'ms',
    16,
    `median ${ms(median(all.scripts))}`,
  );
  // A pointer that moves is no event of the Event Timing API: only keys and presses are.
  if (how === 'scrubbing') {
    report(
      `${how}: event duration, p98`,
      percentile(all.events, 0.98),
      'ms',
      50,
      `of ${all.events.length} key presses`,
    );
  }
  const longest = Math.max(0, ...all.longFrames);
  report(`${how}: longest own script in a frame over 50 ms`, longest, 'ms', 50, `${all.longFrames.length} such frames`);
}

async function inputsOf(how: 'scrubbing' | 'dragging'): Promise<Inputs> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${book.url}/en/play/last-ack-lost`, { waitUntil: 'networkidle' });
  await page.locator('figure.sim[data-awake]').waitFor();
  await page.evaluate(watchEvents);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const input = how === 'scrubbing' ? await scrubber(page) : await handle(page);
  const scripts: number[] = [];
  for (let index = 0; index < INPUTS; index++) {
    const before = await scriptMs(session);
    await input(index);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    scripts.push((await scriptMs(session)) - before);
  }
  if (how === 'dragging') await page.mouse.up();
  const watched = await page.evaluate(() => (window as unknown as { watched: Watched }).watched);
  await page.close();
  return { scripts, ...watched };
}

interface Watched {
  readonly events: number[];
  readonly longFrames: number[];
}

/** Runs in the page. */
function watchEvents(): void {
  const watched: Watched = { events: [], longFrames: [] };
  (window as unknown as { watched: Watched }).watched = watched;
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') watched.events.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { scripts = [] } = entry as unknown as { scripts?: { duration: number }[] };
      watched.longFrames.push(scripts.reduce((sum, { duration }) => sum + duration, 0));
    }
  }).observe({ type: 'long-animation-frame' });
}

/** Steps by keys on the scrubber, to and fro over the whole run. */
async function scrubber(page: Page): Promise<(index: number) => Promise<void>> {
  await page.locator('[data-act="scrub"]').focus();
  await page.keyboard.press('Home');
  return (index) => page.keyboard.press(Math.floor(index / 12) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
}

/** Pulls the arrival of the first segment down and up again; the run is computed anew at each tenth of a flight. */
async function handle(page: Page): Promise<(index: number) => Promise<void>> {
  const box = await page.locator('[data-handle^="arrival:"] .handle-hit').first().boundingBox();
  if (!box) throw new Error('there is nothing to pull');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  return (index) => page.mouse.move(x, y + 8 + 4 * Math.min(index, INPUTS - index));
}

async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
}

/** A run of fig. 4.1 by the engine alone, in the slowed browser. */
async function reportRuns(): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: "export { run } from './engine/simulation/run';", resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'engine',
    write: false,
  });
  const { scenario } = await loadFigure('last-ack-lost');
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const source = `${outputFiles[0]?.text}; const scenario = ${JSON.stringify(scenario)};
    const took = []; for (let i = 0; i < 200; i++) { const from = performance.now(); engine.run(scenario); took.push(performance.now() - from); } took`;
  const took = (await page.evaluate(source)) as number[];
  await page.close();
  report('a run computed anew, median of 150', median(took.slice(50)), 'ms', 4, `first ${ms(took[0] ?? 0)}`);
}

/** From a click on a figure below the fold, as the server drew it, to the player in its place. */
async function reportWaking(): Promise<void> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    // Its code is loaded, by another figure of the page: what is asked is what waking takes.
    await page.goto(`${book.url}/en/chapters/in-production`, { waitUntil: 'networkidle' });
    await page.locator('figure.sim.wide').first().scrollIntoViewIfNeeded();
    await page.locator('figure.sim.wide[data-awake]').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    took.push(
      await page.evaluate(async () => {
        const figure = [...document.querySelectorAll('figure.sim.wide:not([data-awake])')].at(-1);
        if (!figure) throw new Error('every figure is awake already');
        const from = performance.now();
        const awake = new Promise((resolve) => new MutationObserver(resolve).observe(figure, { attributes: true }));
        figure.querySelector<HTMLButtonElement>('button[data-act="play"]')?.click();
        await awake;
        await new Promise((drawn) => requestAnimationFrame(drawn));
        return performance.now() - from;
      }),
    );
    await page.close();
  }
  report(
    'from click to a playable simulator below the fold',
    median(took),
    'ms',
    300,
    `worst ${ms(Math.max(...took))}`,
  );
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toPrecision(3)} ms`;
}

function report(name: string, value: number, unit: string, bar: number, besides: string): void {
  const isMet = value <= bar;
  isMissed ||= !isMet;
  console.log(`${isMet ? 'met   ' : 'MISSED'} ${name}: ${value.toPrecision(3)} ${unit} (${besides}), bar ≤ ${bar}`);
}
