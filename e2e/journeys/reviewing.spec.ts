import type { Page } from '@playwright/test';
import { reviewLog } from '@/model/review';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import { filled, words } from '../fixtures/words';

const OUTBOX = '2msl:outbox:';

/** Ids of the answers that this browser still has to send. */
function waitingAnswers(page: Page): Promise<string[]> {
  return page.evaluate((prefix) => {
    const items = Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}'));
    return items.filter(({ kind }) => kind !== 'review-plan').map(({ body }) => body.id);
  }, OUTBOX);
}

async function begin(page: Page, language: 'en' | 'zh'): Promise<void> {
  await page.getByRole('button', { name: words(language, 'review', 'today.begin'), exact: true }).press('Enter');
  await expect(page.locator('.review-card')).toBeVisible();
}

/** Answers the card in view, by keys where its kind allows, and goes on. Returns the question's id and kind. */
async function answer(page: Page, ends: 'saved' | 'kept'): Promise<{ id: string; kind: string }> {
  const card = page.locator('.review-card');
  const id = (await card.getAttribute('data-question-id')) ?? '';
  const kind = (await card.getAttribute('data-question-kind')) ?? '';
  const same = page.locator(`.review-card[data-question-id="${id}"]`);
  if (kind === 'open') {
    await page.keyboard.press('2');
    await expect(same.locator('.points')).toBeVisible();
    await page.keyboard.press('a');
  } else {
    if (kind === 'number') await card.getByRole('textbox').fill('5');
    if (kind === 'match') {
      const [left, right] = [card.locator('.ends').nth(0), card.locator('.ends').nth(1)];
      for (let place = 0; place < (await left.getByRole('button').count()); place++) {
        await left.getByRole('button').nth(place).click();
        await right.getByRole('button').nth(place).click();
      }
    }
    if (['one', 'several', 'predict'].includes(kind)) {
      await page.keyboard.press('a');
      await page.keyboard.press('1');
    } else await card.locator('.sureness .btn').first().click();
    await expect(same).toHaveAttribute('data-state', ends);
  }
  await page.keyboard.press('Enter');
  await expect(same).toHaveCount(0);
  return { id, kind };
}

async function takeAlong(page: Page, language: 'en' | 'zh'): Promise<void> {
  await page.getByRole('button', { name: words(language, 'review', 'take.button'), exact: true }).click();
  await expect(page.locator('[data-take="page"]')).toBeVisible();
}

test('reviews go on without a network on two devices, and nothing is lost or doubled', async ({
  reader,
  page,
  context,
  phone,
  language,
  complaints,
}) => {
  test.setTimeout(180_000);
  complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);

  await reader.open('/interview/review');
  await begin(page, language);
  const first = await answer(page, 'saved');
  await expectAccessible(page);
  await takeAlong(page, language);

  // The same learner, on a phone.
  await phone.addCookies(await context.cookies());
  const pocket = await phone.newPage();
  await pocket.goto(`/${language}/interview/review`);
  await expect(pocket.locator('[data-review]')).toBeVisible();
  await takeAlong(pocket, language);

  await context.setOffline(true);
  await phone.setOffline(true);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-kept', /20\d\d/);
  await expect(page.locator('[data-offline]')).toBeVisible();
  await begin(page, language);
  const done = [await answer(page, 'kept')];
  await expectAccessible(page);
  while (!done.some(({ kind }) => kind === 'open') && done.length < 9) done.push(await answer(page, 'kept'));
  expect(done.map(({ id }) => id)).not.toContain(first.id);

  // What waits outlives a reload, and is not asked again meanwhile.
  await page.reload();
  await expect(page.locator('[data-review]')).toContainText(
    filled(language, 'review', 'today.done', { count: 1 + done.length }),
  );
  const atDesk = await waitingAnswers(page);
  expect(atDesk).toHaveLength(done.length);

  await pocket.reload();
  await expect(pocket.locator('html')).toHaveAttribute('data-kept', /20\d\d/);
  await begin(pocket, language);
  await expectNoSidewaysScroll(pocket);
  const onPhone = [await answer(pocket, 'kept'), await answer(pocket, 'kept')];
  const inPocket = await waitingAnswers(pocket);
  expect(inPocket).toHaveLength(2);

  await context.setOffline(false);
  await phone.setOffline(false);
  await expect.poll(() => waitingAnswers(page), { timeout: 60_000 }).toEqual([]);
  await expect.poll(() => waitingAnswers(pocket), { timeout: 60_000 }).toEqual([]);
  const { answers } = reviewLog.parse(await (await page.request.get('/api/me/review')).json());
  const ids = answers.map(({ id }) => id as string);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([...atDesk, ...inPocket]));
  expect(ids).toHaveLength(1 + done.length + onPhone.length);

  // Both agree on what is left, and the page is the server's again.
  await page.reload();
  await pocket.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-kept');
  const answered = new Set([first, ...done, ...onPhone].map(({ id }) => id)).size;
  const said = filled(language, 'review', 'today.done', { count: answered });
  await expect(page.locator('[data-review]')).toContainText(said);
  await expect(pocket.locator('[data-review]')).toContainText(said);
  await expect(page.locator('[data-offline]')).toHaveCount(0);
});

test('an interview is planned for, and what is mastered is seen on one’s own page', async ({
  reader,
  page,
  language,
}) => {
  await reader.open('/interview/review');
  // The server is slow to tell the plan that it has just been sent: meanwhile it counts all the same.
  let tell = () => {};
  const told = new Promise<void>((done) => {
    tell = done;
  });
  await page.route('**/api/me/review', (route) => told.then(() => route.continue()));
  await page.locator('.plan-form select').selectOption('5');
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  const isSent = (prefix: string) => !Object.keys(localStorage).some((key) => key.startsWith(prefix));
  await expect.poll(() => page.evaluate(isSent, OUTBOX)).toBe(true);
  const five = filled(language, 'review', 'today.count', { count: 5 });
  await expect(page.locator('[data-review]')).toContainText(five);
  tell();
  await expect(page.locator('[data-review]')).toContainText(five);
  await begin(page, language);
  for (let n = 0; n < 5; n++) await answer(page, 'saved');
  await expect(page.locator('[data-review="done"]')).toContainText(words(language, 'review', 'today.doneAll'));

  const day = page.locator('.plan-form input[type=date]');
  await day.fill(today);
  await expect(page.locator('[data-review="interview"]')).toBeVisible();
  await expect
    .poll(async () => (await (await page.request.get('/api/me/review')).json()).plan)
    .toMatchObject({
      interviewOn: today,
      dailyLength: 5,
    });
  await page.reload();
  await expect(page.locator('[data-review="interview"]')).toBeVisible();
  await expect(day).toHaveValue(today);
  await page.getByRole('button', { name: words(language, 'review', 'plan.clear') }).click();
  await expect(page.locator('[data-review="done"]')).toBeVisible();

  await reader.open('/me');
  await expect(page.locator('[data-next]')).toBeVisible();
  await page.locator('.mastery-table summary').click();
  await expect(page.locator('.mastery-table tbody tr').first()).toBeVisible();
  await expectAccessible(page);
});
