import { questionOf } from '../fixtures/book-content';
import { BookServer } from '../fixtures/book-server';
import { expect, test } from '../fixtures/book-test';
import { Reader } from '../fixtures/reader';

/** These stop the server, so they have one to themselves. */
test('an answer outlives a server that is away, and a reload, and is sent when it is back', async ({
  page,
  language,
  complaints,
}) => {
  complaints.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  const own = await BookServer.start();
  try {
    const reader = new Reader(page, language);
    const question = questionOf('one');
    const earlier = questionOf('several', question.chapter);
    await page.goto(`${own.url}/${language}/chapters/${question.chapter}`);
    await reader.turnTo(earlier);
    await reader.fillIn(earlier, { right: true });
    await reader.send(earlier);
    await reader.expectGraded(earlier, { right: true });
    const card = await reader.turnTo(question);
    await reader.fillIn(question, { right: true });

    await own.pause();
    await reader.send(question);
    await expect(card).toHaveAttribute('data-state', 'kept');
    await expect(card).toContainText(reader.say('quiz', 'kept.unreachable'));
    await expect(page.locator('[data-notice="kept"]')).toBeVisible();

    // The page itself needs a server; the answer is in the browser all the while.
    // Shut before the server is back, or what is tried again by itself would get through.
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await own.resume();
    await page.reload();
    await reader.turnTo(question);
    await expect(card).toHaveAttribute('data-state', 'kept');
    await expect(card.getByRole('radio', { checked: true })).toHaveValue(question.key.option ?? '');

    await page.unroute('**/api/**');
    await card.getByRole('button', { name: reader.say('quiz', 'action.sendNow') }).click();
    await reader.expectGraded(question, { right: true });
    await page.reload();
    await reader.turnTo(question);
    await reader.expectGraded(question, { right: true });
  } finally {
    await own.stop();
  }
});

test('an answer that waits is sent by itself when the server is back', async ({ page, language, complaints }) => {
  complaints.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  const own = await BookServer.start();
  try {
    const reader = new Reader(page, language);
    const question = questionOf('number');
    await page.goto(`${own.url}/${language}/chapters/${question.chapter}`);
    const card = await reader.turnTo(question);
    await reader.fillIn(question, { right: true });
    await own.pause();
    await reader.send(question);
    await expect(card).toHaveAttribute('data-state', 'kept');
    await own.resume();
    await expect(card).toHaveAttribute('data-state', 'saved', { timeout: 45_000 });
    await expect(page.locator('[data-notice="saved"]')).toBeVisible();
  } finally {
    await own.stop();
  }
});
