import { expectAccessible } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import { Simulator } from '../fixtures/simulator';

test('two settings run on one clock: one transport drives both, and what differs is marked', async ({
  reader,
  page,
}) => {
  await reader.open('/play/last-ack-lost');
  const simulator = new Simulator(page, '4.1');
  await simulator.wake();
  const { figure } = simulator;
  await figure.locator('button[data-act="compare:wait"]').focus();
  await page.keyboard.press('Enter');
  const sides = figure.locator('.side');
  await expect(sides).toHaveCount(2);
  await expect(sides.locator('.sign')).not.toHaveCount(0);
  await expect(sides.locator('.differs')).not.toHaveCount(0);
  await simulator.press('toStart');
  await simulator.press('forward');
  await simulator.press('forward');
  const clocks = await sides.locator('.playhead text').allInnerTexts();
  expect(new Set(clocks).size).toBe(1);
  await simulator.press('toEnd');
  await expect(figure.locator('tr.later')).toHaveCount(0);
  await figure.locator('details.events-box').first().locator('summary').click();
  await figure.locator('details.events-box').last().locator('summary').click();
  await expect(figure.locator('.row-mark').first()).toBeVisible();
  await expectAccessible(page);
  // What is done to a segment is done in both runs.
  const marks = await sides.locator('.cross').count();
  await simulator.figure.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect.poll(() => sides.locator('.cross').count()).not.toBe(marks);
  await figure.locator('button[data-act="compare:off"]').click();
  await expect(sides).toHaveCount(0);
});

test('on a phone the two stand one over the other', async ({ phone, language }) => {
  const page = await phone.newPage();
  await page.goto(`/${language}/chapters/reason-one`);
  const simulator = new Simulator(page, '3.1');
  await simulator.wake();
  await simulator.figure.locator('button[data-act="compare:timestamps"]').tap();
  const [first, second] = await simulator.figure.locator('.side').all();
  const above = await first?.boundingBox();
  const below = await second?.boundingBox();
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
