import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/book-test';

const PICTURES = path.resolve(import.meta.dirname, '../../fixtures/pictures');
/** One for each committed picture; an empty file and UPDATE_PICTURES=1 make another. */
const SCENARIOS = readdirSync(PICTURES).map((file) => path.basename(file, '.svg'));

async function openDialog(page: Page, scenario: string): Promise<void> {
  await page.goto(`/en/play/${scenario}`);
  await expect(page.locator('figure.sim')).toHaveAttribute('data-awake', '');
  await page.locator('button[data-act="share"]').click();
}

/** Presses a button of the dialog and gives the file that comes. */
async function save(page: Page, name: string): Promise<{ readonly name: string; readonly file: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), file: await download.path() };
}

/** The picture without the faces it carries: they are the same in all, and long. */
function withoutFaces(svg: string): string {
  return svg.replaceAll(/base64,[^)]*/g, 'base64,…');
}

// Where a picture was meant to change: UPDATE_PICTURES=1 npx playwright test e2e/site/saved-files.spec.ts, and look at what changed.
test('ten pictures are kept', () => {
  expect(SCENARIOS.length).toBeGreaterThanOrEqual(10);
});

for (const scenario of SCENARIOS) {
  test(`the picture of ${scenario} is saved as it always was`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await openDialog(page, scenario);
    const { name, file } = await save(page, 'SVG');
    expect(name).toMatch(new RegExp(`^2msl-${scenario}-\\d+ms\\.svg$`));
    const picture = withoutFaces(readFileSync(file, 'utf8'));
    const kept = path.join(PICTURES, `${scenario}.svg`);
    if (process.env.UPDATE_PICTURES) writeFileSync(kept, picture);
    expect(picture.split('\n')).toEqual(readFileSync(kept, 'utf8').split('\n'));
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`a picture needs nothing from the page, and its colours are those of the ${theme} one`, async ({
    page,
    browser,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openDialog(page, 'last-ack-lost');
    const svg = readFileSync((await save(page, 'SVG')).file, 'utf8');
    expect(svg).not.toMatch(/var\(|oklch| class=| style=|data-seg/);
    expect(svg).toContain('font-family:"JetBrains Mono"');
    const paper = /<rect [^>]*fill="#(\w\w)/.exec(svg)?.[1] ?? '';
    expect(Number.parseInt(paper, 16) > 128).toBe(theme === 'light');

    const png = readFileSync((await save(page, '(PNG)')).file);
    const [, width = 0, height = 0] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Math.round(width), 2 * Math.round(height)]);

    // Opened alone, without a server: well formed, every text there, and no request for anything.
    const alone = await browser.newPage();
    const requests: string[] = [];
    alone.on('request', (request) => requests.push(request.url()));
    await alone.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
    expect(await alone.locator('parsererror').count()).toBe(0);
    expect(await alone.locator('text', { hasText: 'TIME_WAIT' }).count()).toBeGreaterThan(0);
    expect(
      await alone.evaluate(() =>
        document.fonts.ready.then((fonts) => [...fonts].every(({ status }) => status === 'loaded')),
      ),
    ).toBe(true);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
    await alone.close();
  });
}

test('a saved capture is read by tshark: the segments of the run as its host saw them', async ({ page }) => {
  await openDialog(page, 'last-ack-lost');
  const { name, file } = await save(page, 'Server');
  expect(name).toBe('2msl-last-ack-lost-server.pcapng');
  const fields = ['ip.src', 'tcp.flags.str', 'tcp.checksum.status', 'frame.comment'].flatMap((field) => ['-e', field]);
  const options = ['-n', '-o', 'tcp.check_checksum:TRUE', '-T', 'fields', ...fields];
  const tshark = spawnSync('tshark', ['-r', file, ...options], { encoding: 'utf8' });
  expect(tshark.error, 'tshark is on this machine').toBeUndefined();
  const frames = tshark.stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(tshark.status).toBe(0);
  const letters = (flags = '') => flags.replaceAll(/[^A-Z]/g, '');
  // The last ACK and the server's repeated FIN are lost: the one never came, the other was sent.
  expect(frames.map(([from, flags]) => `${from?.endsWith('.2') ? 'sent' : 'came'} ${letters(flags)}`)).toEqual([
    ...['came S', 'sent AS', 'came A', 'came AF', 'sent A', 'sent AF', 'sent AF'],
    ...['came S', 'sent A', 'came R', 'came S', 'sent AS', 'came A'],
  ]);
  expect(frames.every(([, , checksum]) => checksum === '1')).toBe(true);
  expect(frames[6]?.[3]).toContain('lost on its way');
});
