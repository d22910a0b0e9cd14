import { questionOf } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';
import { Simulator } from '../fixtures/simulator';

/** No mouse anywhere in these. */
test('the skip link leads past the bar to the text', async ({ reader, page }) => {
  await reader.open('/chapters/reason-two');
  await page.keyboard.press('Tab');
  await expect(page.locator('a.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('a figure is played, stepped, changed and explained by keys alone', async ({ reader, page }) => {
  await reader.open('/play/last-ack-lost');
  const simulator = new Simulator(page, '4.1');
  await tabTo(() => simulator.figure.evaluate((element) => element === document.activeElement), page);
  await expect(simulator.figure).toHaveAttribute('data-awake', '');
  await page.keyboard.press('Home');
  expect(await simulator.step()).toBe(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await simulator.step()).toBe(3);
  await page.keyboard.press('ArrowLeft');
  expect(await simulator.step()).toBe(2);
  await page.keyboard.press('Space');
  await expect.poll(() => simulator.step()).toBeGreaterThan(3);
  await page.keyboard.press('Space');
  const stopped = await simulator.step();
  await page.waitForTimeout(400);
  expect(await simulator.step()).toBe(stopped);

  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: reader.say('simulator', 'keys.title') });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(simulator.figure).toBeFocused();

  const before = await simulator.verdicts();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect(simulator.figure.locator('button[data-act="undo"]')).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect.poll(() => simulator.verdicts()).toEqual(before);
});

test('a choice is made and sent by keys alone, and the grade takes the focus', async ({ reader, page }) => {
  const question = questionOf('one', 'reason-two');
  const card = await reader.goTo(question);
  await card.locator('input').first().focus();
  const options = question.options ?? [];
  const place = options.findIndex(({ id }) => id === question.key.option);
  await page.keyboard.press('Space');
  for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await reader.expectGraded(question, { right: true });
  await expect(card.locator(':focus')).toBeVisible();
});

test('an order is put right by keys alone', async ({ reader, page }) => {
  const question = questionOf('order');
  const card = await reader.goTo(question);
  const ids = () => card.locator('[data-item]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-item')));
  for (const [place, id] of (question.key.items ?? []).entries()) {
    for (let from = (await ids()).indexOf(id); from > place; from--) {
      await card.locator(`[data-item="${id}"] button`).first().focus();
      await page.keyboard.press('Enter');
    }
  }
  expect(await ids()).toEqual(question.key.items);
  await card.locator('footer button').first().focus();
  await page.keyboard.press('Enter');
  await reader.expectGraded(question, { right: true });
});

test('what has the focus looks different: every stop of a chapter', async ({ reader, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.open('/chapters/why-time-wait');
  const unseen: string[] = [];
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body) return null;
      const looks = () =>
        [element, ...element.querySelectorAll('*'), element.parentElement, element.nextElementSibling].map((each) => {
          if (!each) return '';
          const { outline, boxShadow, stroke, strokeWidth, fill, visibility, opacity, backgroundColor } =
            getComputedStyle(each);
          return [outline, boxShadow, stroke, strokeWidth, fill, visibility, opacity, backgroundColor].join();
        });
      const focused = looks().join();
      // The next Tab goes on from here all the same.
      element.blur();
      return looks().join() === focused ? element.outerHTML.slice(0, 160) : null;
    });
    if (fault !== null) unseen.push(fault);
  }
  expect(unseen).toEqual([]);
});

async function tabTo(reached: () => Promise<boolean>, page: { keyboard: { press(key: string): Promise<void> } }) {
  for (let stop = 0; stop < 150; stop++) {
    await page.keyboard.press('Tab');
    if (await reached()) return;
  }
  throw new Error('Tab does not reach it');
}
