import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import type { Locale } from '@/model/attempt';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { questionOf } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';
import { Reader } from '../fixtures/reader';
import { filled } from '../fixtures/words';

const PASSWORD = 'correct horse';

test('progress comes along: sign up, sign out, sign in on a phone that has its own, and all is there', async ({
  reader,
  page,
  phone,
  language,
}) => {
  const [first, second] = [questionOf('one', 'reason-two'), questionOf('one', 'reason-one')];
  const email = `${language}-moving@school.example`;
  await reader.goTo(first);
  await reader.fillIn(first, { right: true });
  await reader.send(first);
  await reader.expectGraded(first, { right: true });

  await page.locator('.tools .account-link').click();
  await page.getByRole('link', { name: reader.say('account', 'signIn.signUp'), exact: true }).click();
  await submit(page);
  await expect(page.getByLabel(reader.say('account', 'form.name'), { exact: true })).toBeFocused();
  await expect(page.locator('.field-fault')).toHaveCount(3);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  // By keys alone, as somebody who sees no mouse.
  await page.keyboard.type('Ada');
  await page.keyboard.press('Tab');
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${language}/chapters/reason-two`));
  await expect(page.locator('.tools .account-link')).toHaveText('Ada');

  await reader.open('/me');
  await expectAnswers(reader, 1);
  await page.getByRole('button', { name: reader.say('account', 'card.signOut') }).click();
  await expect(page.getByText(reader.say('account', 'card.anonymous'))).toBeVisible();
  await expect(page.locator('.tools .account-link')).toHaveText(reader.say('account', 'bar.signIn'));

  const there = new Reader(await phone.newPage(), language);
  await there.goTo(second);
  await there.fillIn(second, { right: true });
  await there.send(second);
  await there.expectGraded(second, { right: true });
  await signIn(there, email, PASSWORD);
  await expect(there.page).toHaveURL(new RegExp(`/${language}/me$`));
  await expectAnswers(there, 2);

  // In the first browser nobody is signed in; there nothing of it is left, and signing in brings both.
  await reader.open('/me');
  await expectAnswers(reader, 0);
  await signIn(reader, email, PASSWORD);
  await expectAnswers(reader, 2);
});

test('a forgotten password: a printed link, a new password, and every other browser is signed out', async ({
  book,
  reader,
  page,
  phone,
  complaints,
  language,
}) => {
  const email = `${language}-forgetful@school.example`;
  const there = new Reader(await phone.newPage(), language);
  await signUp(there, email);
  await reader.open('/sign-in');
  await fill(reader, 'form.email', email);
  await fill(reader, 'form.password', 'was it this one?');
  complaints.expect(/401 \(Unauthorized\)/);
  await submit(page);
  await expect(page.getByText(reader.say('problems', 'wrong-credentials.detail'))).toBeVisible();
  await expect(page.getByLabel(reader.say('account', 'form.password'), { exact: true })).toBeFocused();
  await page.getByRole('link', { name: reader.say('account', 'signIn.forgotten') }).click();
  await expect(page.getByText(reader.say('account', 'reset.command'))).toBeVisible();

  const link = printLink(book.databaseUrl, email, language);
  await page.goto(link);
  await fill(reader, 'form.newPassword', 'battery staple');
  await submit(page);
  await expect(page.getByText(reader.say('account', 'reset.done'))).toBeFocused();
  expect(page.url()).not.toContain('#');
  await signIn(reader, email, 'battery staple');
  await expect(page.locator('.tools .account-link')).toHaveText('Ada');
  await there.open('/me');
  await expect(there.page.getByText(there.say('account', 'card.anonymous'))).toBeVisible();
});

test('an account is looked after: other tabs notice, name and password change, and it is deleted', async ({
  reader,
  page,
  context,
  complaints,
  language,
}) => {
  const email = `${language}-owner@school.example`;
  await signUp(reader, email);
  const tab = await context.newPage();
  await tab.goto(`/${language}/privacy`);
  await expect(tab.locator('.tools .account-link')).toHaveText('Ada');

  await reader.open('/me/account');
  await expect(page.locator('.account-change')).toHaveCount(5);
  for (const summary of await page.locator('.account-change > summary').all()) await summary.click();
  await expectAccessible(page);
  const part = (key: string) => page.locator('.account-change', { hasText: reader.say('account', key) });
  await part('own.name.title').getByLabel(reader.say('account', 'form.name')).fill('Grace');
  await submit(part('own.name.title'));
  await expect(part('own.name.title').getByText(reader.say('account', 'own.name.done'))).toBeVisible();
  await expect(page.locator('.tools .account-link')).toHaveText('Grace');
  await expect(tab.locator('.tools .account-link')).toHaveText('Grace');

  const removal = part('own.delete.title');
  complaints.expect(/403 \(Forbidden\)/);
  await removal.locator('input').fill('not this one');
  await submit(removal);
  await expect(removal.getByText(reader.say('problems', 'wrong-password.detail'))).toBeVisible();
  await removal.locator('input').fill(PASSWORD);
  await submit(removal);
  await expect(page.getByText(reader.say('account', 'own.delete.done'))).toBeVisible();
  await expect(tab.locator('.tools .account-link')).toHaveText(reader.say('account', 'bar.signIn'));
});

async function signUp(reader: Reader, email: string): Promise<void> {
  await reader.open('/sign-up');
  await fill(reader, 'form.name', 'Ada');
  await fill(reader, 'form.email', email);
  await fill(reader, 'form.password', PASSWORD);
  await submit(reader.page);
  await expect(
    reader.page.getByText(filled(reader.language, 'account', 'card.signedIn', { name: 'Ada' })),
  ).toBeVisible();
}

async function signIn(reader: Reader, email: string, password: string): Promise<void> {
  await reader.open('/sign-in');
  await fill(reader, 'form.email', email);
  await fill(reader, 'form.password', password);
  await submit(reader.page);
  await expect(
    reader.page.getByText(filled(reader.language, 'account', 'card.signedIn', { name: 'Ada' })),
  ).toBeVisible();
}

async function fill(reader: Reader, label: string, value: string): Promise<void> {
  await reader.page.getByLabel(reader.say('account', label), { exact: true }).fill(value);
}

async function submit(within: Pick<Page, 'locator'>): Promise<void> {
  await within.locator('form.account-form button[type="submit"]').click();
}

/** The list of answers on the learner's own page, once it has been loaded. */
async function expectAnswers({ page }: Reader, count: number): Promise<void> {
  await expect(page.locator('.answers li')).toHaveCount(count);
}

/** What whoever runs the book sees, as a path of this server. */
function printLink(databaseUrl: string, email: string, language: Locale): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/.bin/tsx', '--conditions=react-server', 'scripts/reset-password.ts', email],
    {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: databaseUrl },
    },
  );
  const link = stdout.match(new RegExp(`/${language}/reset-password#\\S+`))?.[0];
  if (!link) throw new Error(`no link was printed: ${stdout}${stderr}`);
  return link;
}
