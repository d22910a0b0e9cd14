import { expectAccessible, openDisclosures, readThrough } from '../fixtures/accessibility';
import { questionOf } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';
import { Simulator } from '../fixtures/simulator';
import { expectReadableSvg } from '../fixtures/svg-contrast';

test('read, play, answer, reload: the progress is there', async ({ reader, page }) => {
  const question = questionOf('one', 'reason-two');
  await reader.open('/chapters/reason-two');
  const simulator = new Simulator(page, '4.2');
  await simulator.wake();
  const tried = page.waitForResponse((response) => response.url().endsWith('/api/simulations'));
  await simulator.press('toStart');
  await simulator.press('play');
  await expect.poll(() => simulator.step()).toBeGreaterThan(2);
  expect((await tried).status()).toBe(204);

  await reader.turnTo(question);
  await reader.fillIn(question, { right: true });
  await reader.send(question);
  await reader.expectGraded(question, { right: true });

  await page.reload();
  await reader.turnTo(question);
  await reader.expectGraded(question, { right: true });
  await reader.open('/me');
  const row = page.locator('table tr', { has: page.locator('a[href*="reason-two"]') });
  await expect(row).toContainText(/1/);
  const progress = await (await page.request.get('/api/progress')).json();
  expect(progress.chapters).toEqual([
    expect.objectContaining({
      chapter: 'reason-two',
      simulators: ['time-wait-answers'],
      questions: [{ id: question.id, last: true, first: true, attempts: 1 }],
    }),
  ]);
});

test('picture, clock and table move together, step by step, forth and back', async ({ reader, page }) => {
  await reader.open('/play/last-ack-lost');
  const simulator = new Simulator(page, '4.1');
  await simulator.wake();
  const table = await simulator.openTable();
  await simulator.press('toStart');
  expect(await simulator.step()).toBe(1);
  for (const step of [2, 3, 4]) {
    await simulator.press('forward');
    expect(await simulator.step()).toBe(step);
    await expect(table.locator('tr[aria-current="step"]').first()).toBeVisible();
  }
  await simulator.press('back');
  expect(await simulator.step()).toBe(3);
  await simulator.press('toEnd');
  await expect(table.locator('tr.later')).toHaveCount(0);
});

test('a longer TIME_WAIT changes what the run shows; undo and reset bring it back', async ({ reader, page }) => {
  await reader.open('/play/last-ack-lost');
  const simulator = new Simulator(page, '4.1');
  await simulator.wake();
  const before = await simulator.verdicts();
  expect(before.length).toBeGreaterThan(0);
  const wait = simulator.figure.locator('input[data-act="range:timeWait"]');
  await wait.focus();
  await page.keyboard.press('End');
  await expect.poll(() => simulator.verdicts()).not.toEqual(before);
  await simulator.press('undo');
  await expect.poll(() => simulator.verdicts()).toEqual(before);
  await wait.focus();
  await page.keyboard.press('End');
  await expect.poll(() => simulator.verdicts()).not.toEqual(before);
  await simulator.press('reset');
  await expect.poll(() => simulator.verdicts()).toEqual(before);
});

for (const theme of ['light', 'dark'] as const) {
  test(`in the middle of a run, and after a grade, the page is accessible in ${theme}`, async ({ reader, page }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const question = questionOf('several', 'reason-two');
    await reader.open('/chapters/reason-two');
    const simulator = new Simulator(page, '4.2');
    await simulator.wake();
    await simulator.press('toStart');
    for (let step = 0; step < 5; step++) await simulator.press('forward');
    await reader.turnTo(question);
    await reader.fillIn(question, { right: false });
    await reader.send(question);
    await reader.expectGraded(question, { right: false });
    await readThrough(page);
    await openDisclosures(page);
    await expectAccessible(page);
    await expectReadableSvg(page);
  });
}

test('where less motion is wished, nothing slides: a step is simply there', async ({ reader, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.open('/chapters/what-is-time-wait');
  const simulator = new Simulator(page, '1.1');
  await simulator.wake();
  await simulator.press('toStart');
  for (let step = 0; step < 4; step++) {
    await simulator.press('forward');
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
  }
  await simulator.press('play');
  await expect.poll(() => simulator.step(), { timeout: 20_000 }).toBeGreaterThan(7);
});

test('on a phone a figure is played and a question answered by touch', async ({ phone, language }) => {
  const page = await phone.newPage();
  await page.goto(`/${language}/chapters/reason-two`);
  const simulator = new Simulator(page, '4.2');
  await simulator.wake();
  await simulator.figure.locator('button[data-act="back"]').tap();
  const step = await simulator.step();
  await simulator.figure.locator('button[data-act="forward"]').tap();
  expect(await simulator.step()).toBe(step + 1);
  const question = questionOf('one', 'reason-two');
  const card = page.locator(`[data-question-id="${question.id}"]`);
  await card.scrollIntoViewIfNeeded();
  await card.locator(`label:has(input[value="${question.key.option}"])`).tap();
  await card.getByRole('button').last().tap();
  await expect(card).toHaveAttribute('data-state', 'saved');
});

test('the home page is alive in its first screen, and nothing moves when it wakes', async ({
  reader,
  page,
  complaints,
}) => {
  // Fonts that arrive late move text a little, and so does a page of which half is there: what is asked here is what
  // waking does. So the page is whole before the first script comes.
  complaints.expect(/\.woff2/);
  await page.route(/\.woff2$/, (route) => route.abort());
  let wake = () => {};
  const wakes = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    await wakes;
    await route.continue();
  });
  await page.goto(`/${reader.language}`, { waitUntil: 'domcontentloaded' });
  const figure = page.locator('figure.sim-home');
  await expect(figure).toBeInViewport();
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const watched = window as unknown as { shifted: number };
    watched.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift' });
  });
  wake();
  await expect(figure).toHaveAttribute('data-awake', '');
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBe(0);
  const clock = await figure.locator('.now').innerText();
  await figure.locator('button[data-act="play"]').click();
  await expect.poll(() => figure.locator('.now').innerText()).not.toBe(clock);
});
