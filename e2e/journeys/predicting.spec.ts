import type { Progress } from '@/model/attempt';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import { Simulator } from '../fixtures/simulator';

/** Fig. 4.1 stops at 1.34 s and asks what a SYN draws from a server in LAST_ACK. */
const QUESTION = 'syn-into-last-ack';

test('a figure stops and asks; a wrong prediction is played beside what happens, and is known at the next visit', async ({
  reader,
  page,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await reader.open('/chapters/reason-two');
  const simulator = new Simulator(page, '4.1');
  await simulator.wake();
  const { figure } = simulator;
  const card = figure.locator(`[data-question-id="${QUESTION}"]`);
  const moments = async () =>
    figure.locator('tr[data-moment]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-moment'))));

  // Held: nothing later is there, and nothing can be changed.
  expect(Math.max(...(await moments()))).toBe(2300);
  await expect(figure.locator('.verdict, .knobs, .seg-tools, [data-act="share"]')).toHaveCount(0);
  await simulator.press('toEnd');
  await figure.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  expect(Math.max(...(await moments()))).toBe(2300);

  // Asked: by keys, and not without a choice.
  await card.getByRole('button', { name: reader.say('predict', 'send') }).focus();
  await page.keyboard.press('Enter');
  await expect(card.locator('.need')).toHaveText(reader.say('quiz', 'missing.choice'));
  await card.locator('input[value="RST,ACK"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');

  // Answered: the verdict has the focus and is said, both runs are there, and where they part is marked and told.
  await expect(card).toHaveAttribute('data-state', 'saved');
  await expect(card.locator('.result')).toBeFocused();
  await expect(card.getByRole('status')).toContainText(reader.say('predict', 'wrong'));
  const sides = figure.locator('.side');
  await expect(sides).toHaveCount(2);
  await expect(sides.last()).toContainText(reader.say('simulator', 'compare.expected.b'));
  await expect(sides.locator('.differs')).not.toHaveCount(0);
  await expect(card.locator('.ask-parts')).toContainText('1.35 s');
  await expect(card.locator('.ask-parts')).toContainText('RST, ACK');
  await expect.poll(moments).toContain(2350);
  await page.emulateMedia({ colorScheme: 'dark' });
  await card.locator('summary').click();
  await expectAccessible(page, '#fig-4-1');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  // Another visit: not held, but known; and held again for who wishes it.
  await page.reload();
  await simulator.wake();
  await expect(card).toHaveAttribute('data-held', 'false');
  await expect(card).toContainText(reader.say('predict', 'earlier').split('{')[0] ?? '');
  expect(await moments()).toContain(2350);
  await card.getByRole('button', { name: reader.say('predict', 'again') }).click();
  await expect(card).toHaveAttribute('data-held', 'true');
  expect(Math.max(...(await moments()))).toBe(2300);
  await card.locator('label:has(input[value="ACK"])').click();
  await card.getByRole('button', { name: reader.say('predict', 'send') }).click();
  await expect(card.locator('.result')).toHaveAttribute('data-verdict', 'ok');
  await expect(sides).toHaveCount(0);
  await expect.poll(moments).toContain(2350);
  const { chapters } = await (await page.request.get('/api/progress')).json();
  expect(chapters[0].questions).toEqual([{ id: QUESTION, last: true, first: false, attempts: 2 }]);
});

test('a prediction may be skipped; one that the server cannot take is kept, and the figure goes on', async ({
  reader,
  page,
  complaints,
}) => {
  complaints.expect(/ERR_CONNECTION_REFUSED/);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.open('/chapters/why-time-wait');
  const simulator = new Simulator(page, '2.1');
  await simulator.wake();
  const { figure } = simulator;
  const card = figure.locator('.ask');
  await card.getByRole('button', { name: reader.say('predict', 'skip') }).click();
  await expect(card).toHaveAttribute('data-held', 'false');
  await expect(figure).toBeFocused();
  await expect(figure.locator('.verdict li')).not.toHaveCount(0);
  // That the figure was played may be known by now; an answer there is none.
  const known: Progress = await (await page.request.get('/api/progress')).json();
  expect(known.chapters.flatMap(({ questions }) => questions)).toEqual([]);

  await card.getByRole('button', { name: reader.say('predict', 'again') }).click();
  await expect(figure.locator('.verdict li')).toHaveCount(0);
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await card.locator('label:has(input[value="TIME_WAIT"])').click();
  await card.getByRole('button', { name: reader.say('predict', 'send') }).click();
  await expect(card).toHaveAttribute('data-state', 'kept');
  await expect(card).toContainText(reader.say('predict', 'kept'));
  await expect(figure.locator('.verdict li')).not.toHaveCount(0);
  await page.unroute('**/api/**');
  await card.getByRole('button', { name: reader.say('quiz', 'action.sendNow') }).click();
  await expect(card).toHaveAttribute('data-state', 'saved');
  await card.getByRole('button', { name: reader.say('predict', 'beside') }).click();
  await expect(figure.locator('.side')).toHaveCount(2);
});
