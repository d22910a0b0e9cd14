import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import { Simulator } from '../fixtures/simulator';

/** Changing a run by hand: every action by keys alone, by taps alone, and by pulling. */

test('by keys alone a segment is lost, delayed and copied, and each is heard', async ({ reader, page }) => {
  await reader.open('/play/last-ack-lost');
  const simulator = new Simulator(page, '4.1');
  await simulator.figure.focus();
  await expect(simulator.figure).toHaveAttribute('data-awake', '');
  const { edits } = simulator;
  await page.keyboard.press('ArrowUp');
  const heard: string[] = [];
  const hear = async () => {
    await expect.poll(() => simulator.heard()).not.toBe(heard.at(-1) ?? '');
    heard.push(await simulator.heard());
  };
  await page.keyboard.press('Delete');
  await expect(edits).toHaveCount(1);
  await hear();
  await page.keyboard.press('Delete');
  await expect(edits).toHaveCount(0);
  await hear();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(edits).toHaveText(/0\.1 s/);
  await hear();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(edits).toHaveText(/0\.05 s/);
  await hear();
  await page.keyboard.press('d');
  await expect(edits).toHaveCount(2);
  await hear();
  await page.keyboard.press('Control+z');
  await expect(edits).toHaveCount(1);
  await hear();
  expect(heard.at(-1)).toContain(reader.say('simulator', 'deeds.undone'));
  await page.keyboard.press('Control+Shift+z');
  await expect(edits).toHaveCount(2);
  await simulator.figure.locator('button[data-act="reset"]').focus();
  await page.keyboard.press('Enter');
  await expect(edits).toHaveCount(0);
  await hear();
  expect(heard.at(-1)).toContain(reader.say('simulator', 'diff.same'));
});

test('by taps alone on a phone: pick, lose, copy, delay, take back', async ({ phone, language }) => {
  const page = await phone.newPage();
  await page.goto(`/${language}/play/four-way-close`);
  const simulator = new Simulator(page, '1.2');
  await simulator.wake();
  const { edits, figure } = simulator;
  const tap = (act: string) => figure.locator(`.dock button[data-act="${act}"]`).tap();
  await tapSegment(page, simulator, 'FIN');
  await expect(figure.locator('.seg-what')).toHaveText(/FIN/);
  await tap('later');
  await tap('later');
  await expect(edits).toHaveText(/0\.1 s/);
  await tap('earlier');
  await expect(edits).toHaveText(/0\.05 s/);
  await tap('duplicate');
  await expect(edits).toHaveCount(2);
  await edits.nth(1).locator('button[data-act^="edit:later"]').tap();
  await expect(edits.nth(1)).toHaveText(/0\.15 s/);
  await edits.nth(1).locator('button[data-act^="edit:remove"]').tap();
  await expect(edits).toHaveCount(1);
  await tap('drop');
  await expect(edits).toHaveCount(2);
  await simulator.tapHeader('undo');
  await expect(edits).toHaveCount(1);
  await simulator.tapHeader('redo');
  await expect(edits).toHaveCount(2);
  await simulator.tapHeader('reset');
  await expect(edits).toHaveCount(0);
});

test('while an arrival is pulled the run follows; Escape lets it back', async ({ reader, page }) => {
  await reader.open('/play/four-way-close');
  const simulator = new Simulator(page, '1.2');
  await simulator.wake();
  const before = await simulator.verdicts();
  const handle = simulator.figure.locator('.tip.picked').first();
  await handle.scrollIntoViewIfNeeded();
  await pull(page, simulator, '.tip.picked .handle-hit', 60);
  await expect(simulator.edits).toHaveText(/0\.0\d+ s/);
  await expect(simulator.figure.locator('.sign.plus')).not.toHaveCount(0);
  expect(await simulator.heard()).toBe('');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(simulator.edits).toHaveCount(0);
  await pull(page, simulator, '.tip.picked .handle-hit', 60);
  await page.mouse.up();
  await expect(simulator.edits).toHaveCount(1);
  await expect.poll(() => simulator.heard()).not.toBe('');
  await simulator.press('reset');

  const clock = simulator.figure.locator('.knob output').nth(1);
  const wait = await clock.innerText();
  await pull(page, simulator, '.handle:not(.msl) .handle-hit', -40);
  await page.mouse.up();
  await expect(clock).not.toHaveText(wait);
  expect(await simulator.verdicts()).not.toEqual(before);
  await simulator.press('undo');
  await expect(clock).toHaveText(wait);
});

test('a picked segment opens as a packet, bit by bit, and says why it was dropped', async ({ reader, page }) => {
  await reader.open('/play/last-ack-lost');
  const simulator = new Simulator(page, '4.1');
  await simulator.wake();
  await simulator.figure.locator('.wire-box summary').focus();
  await page.keyboard.press('Enter');
  const wire = simulator.figure.locator('.wire');
  await expect(wire.locator('.set')).toHaveText(/RST/);
  await expect(wire).toContainText('40000');
  await simulator.figure.focus();
  await page.keyboard.press('ArrowUp');
  await expect(wire.locator('.set')).toHaveText(/ACK/);
  await expect(simulator.figure.locator('.made.dropped')).toBeVisible();
  await expect(simulator.figure.locator('.why-q')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`what finds nothing is shown and taken out; a changed run is accessible in ${theme}`, async ({
    reader,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await reader.open('/play/last-ack-lost');
    const simulator = new Simulator(page, '4.1');
    await simulator.wake();
    await simulator.figure.locator('button[data-act="fault:last-ack"]').click();
    const idle = simulator.figure.locator('.edit-unmatched');
    await expect(idle).toContainText(reader.say('simulator', 'edits.unmatchedFigure'));
    const table = await simulator.openTable();
    await expect(table.locator('.row-mark.minus')).not.toHaveCount(0);
    // What was picked is no more; another is.
    await simulator.figure.focus();
    await page.keyboard.press('ArrowUp');
    await simulator.figure.locator('.wire-box summary').click();
    await simulator.figure.locator('.rules-box summary').click();
    await expect(simulator.figure.locator('.wire-fields')).toBeVisible();
    await expectAccessible(page);
    await idle.locator('button').click();
    await expect(idle).toHaveCount(0);
  });
}

/** Taps on the line of the first segment whose name begins so: on the line itself and not on its label. */
async function tapSegment(page: Page, simulator: Simulator, name: string): Promise<void> {
  const segment = simulator.figure.locator(`svg.td [data-seg][aria-label^="${name}"]`).first();
  // In the middle, where neither the bar nor the dock floats over it.
  await segment.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const at = await segment.locator('.seg-line').evaluate((line) => {
    const path = line as SVGPathElement;
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
    const matrix = path.getScreenCTM();
    return { x: x + (matrix?.e ?? 0), y: y + (matrix?.f ?? 0) };
  });
  await page.touchscreen.tap(at.x, at.y);
}

/** Takes hold of the middle of something and pulls it down; still held when this returns. */
async function pull(page: Page, simulator: Simulator, selector: string, pixels: number): Promise<void> {
  const handle = simulator.figure.locator(selector).first();
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const part of [0.25, 0.5, 0.75, 1]) await page.mouse.move(x, y + pixels * part);
}
