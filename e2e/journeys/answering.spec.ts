import { QUESTION_KINDS } from '@/model/question';
import { questionOf } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';
import { filled } from '../fixtures/words';

for (const kind of QUESTION_KINDS.filter((each) => each !== 'predict')) {
  test(`a ${kind} question is answered wrongly, then rightly, and both are remembered`, async ({ reader, page }) => {
    const question = questionOf(kind);
    const card = await reader.goTo(question);
    await reader.fillIn(question, { right: false });
    await reader.send(question);
    await reader.expectGraded(question, { right: false });

    await card.getByRole('button', { name: reader.say('quiz', 'action.again') }).click();
    await expect(card).toHaveAttribute('data-state', 'unsent');
    await reader.fillIn(question, { right: true });
    await reader.send(question);
    await reader.expectGraded(question, { right: true });

    await page.reload();
    await reader.turnTo(question);
    await reader.expectGraded(question, { right: true });

    await reader.open('/me');
    await expect(page.getByText(reader.say('learning', 'me.history.all'))).toBeVisible();
    const answers = page.locator('ol.answers > li');
    await expect(answers).toHaveCount(2);
    await expect(answers.first()).toHaveAttribute('data-verdict', 'ok');
    await expect(answers.first()).toContainText(question.prompt[reader.language]);
    await expect(answers.last()).not.toHaveAttribute('data-verdict', 'ok');
  });
}

test('a prediction is graded by what the engine does', async ({ reader, page }) => {
  const question = questionOf('predict');
  const card = await reader.goTo(question);
  await reader.fillIn(question, { right: false });
  await reader.send(question);
  await expect(card).toHaveAttribute('data-state', 'saved');
  await expect(card).toContainText(question.explanation[reader.language].slice(0, 20));
  await page.reload();
  await reader.turnTo(question);
  await expect(card).toHaveAttribute('data-state', 'saved');
});

test('nothing is asked of a reader who has not chosen', async ({ reader }) => {
  const question = questionOf('one');
  const card = await reader.goTo(question);
  await reader.send(question);
  await expect(card).toHaveAttribute('data-state', 'unsent');
  await expect(card).toContainText(reader.say('quiz', 'missing.choice'));
});

test('everything can be taken along, and deleted', async ({ reader, page, context }) => {
  const question = questionOf('one');
  await reader.goTo(question);
  await reader.fillIn(question, { right: true });
  await reader.send(question);
  await reader.expectGraded(question, { right: true });

  await reader.open('/me');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: reader.say('learning', 'me.data.export') }).click();
  const stream = await (await waiting).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const taken = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  expect(JSON.stringify(taken)).toContain(question.id);

  await page.getByRole('button', { name: reader.say('learning', 'me.data.delete') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: reader.say('learning', 'me.delete.cancel') }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: reader.say('learning', 'me.data.delete') }).click();
  await dialog.getByRole('button', { name: reader.say('learning', 'me.delete.confirm'), exact: true }).click();
  await expect(page.getByText(reader.say('learning', 'me.delete.done'))).toBeVisible();
  expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);

  await reader.goTo(question);
  await expect(reader.card(question)).toHaveAttribute('data-state', 'unsent');
  await reader.open('/me');
  await expect(page.getByText(reader.say('learning', 'me.empty.text'))).toBeVisible();
});

test('no cookie is set before there is something to remember', async ({ reader, page, context }) => {
  const question = questionOf('one');
  for (const path of ['', '/glossary', `/chapters/${question.chapter}`, '/me']) {
    await reader.open(path);
    await page.waitForLoadState('networkidle');
  }
  expect((await context.cookies()).filter(({ name }) => name !== 'locale')).toEqual([]);
  await reader.goTo(question);
  await reader.fillIn(question, { right: true });
  await reader.send(question);
  await reader.expectGraded(question, { right: true });
  const [cookie] = (await context.cookies()).filter(({ name }) => name !== 'locale');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false });
});

test('the chapter’s score follows the answers', async ({ reader, page }) => {
  const question = questionOf('one');
  await reader.goTo(question);
  await reader.fillIn(question, { right: true });
  await reader.send(question);
  await reader.expectGraded(question, { right: true });
  await reader.open('');
  const total = /\d+/;
  const score = filled(reader.language, 'learning', 'score.right', { right: 1, total: 'T' }).replace('T', total.source);
  await expect(page.getByText(new RegExp(score)).first()).toBeVisible();
});
