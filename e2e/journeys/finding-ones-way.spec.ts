import { expectAccessible } from '../fixtures/accessibility';
import { chapterSlugs, questionOf } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';

test('from the first chapter to the last by the links at the foot', async ({ reader, page }) => {
  const [first, ...others] = chapterSlugs();
  await reader.open(`/chapters/${first}`);
  for (const slug of others) {
    await page.locator('main a[rel="next"]').click();
    await expect(page).toHaveURL(new RegExp(`/${reader.language}/chapters/${slug}$`));
  }
  await expect(page.locator('main a[rel="prev"]')).toBeVisible();
});

test('the language is switched without losing the place, and the switch is remembered', async ({ reader, page }) => {
  const other = reader.language === 'en' ? 'zh' : 'en';
  await reader.open('/chapters/reason-two#recap');
  await page.locator('a.language').first().click();
  await expect(page).toHaveURL(new RegExp(`/${other}/chapters/reason-two#recap$`));
  await expect(page.locator('#recap')).toBeInViewport();
  await page.goto('/');
  await expect(page).toHaveURL(new RegExp(`/${other}$`));
});

test('the theme is switched, and remembered', async ({ reader, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await reader.open('');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: reader.say('shell', 'theme.label') }).click();
  await page.getByRole('radio', { name: reader.say('shell', 'theme.dark'), exact: true }).check();
  expect(await ground()).not.toBe(light);
  await page.reload();
  expect(await ground()).not.toBe(light);
});

test('on a narrow screen the contents open as a drawer, and Escape closes it', async ({ reader, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await reader.open('/chapters/reason-one');
  await page.getByRole('button', { name: reader.say('shell', 'top.menu') }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: reader.say('shell', 'top.menu') }).click();
  await drawer
    .getByRole('link')
    .filter({ has: page.locator('xpath=self::*[contains(@href, "reason-two")]') })
    .click();
  await expect(page).toHaveURL(/reason-two$/);
});

test('a section’s heading is a link to itself', async ({ reader, page }) => {
  await reader.open('/chapters/reason-two');
  await page.locator('#recap a.anchor').click();
  await expect(page).toHaveURL(/#recap$/);
});

test('a missing page says so in the reader’s language, and leads on', async ({ reader, page, complaints }) => {
  complaints.expect(/status of 404/);
  for (const path of ['/no-such-page', '/chapters/no-such-chapter']) {
    const answer = await page.goto(`/${reader.language}${path}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByText(reader.say('shell', 'notFound.title')).filter({ visible: true })).toBeVisible();
  }
  await page
    .getByRole('link', { name: reader.say('shell', 'notFound.home') })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL(new RegExp(`/${reader.language}#contents$`));
});

test('a page that fails says so, and can be tried again', async ({ reader, page, complaints }) => {
  complaints.expect(/planted fault/);
  const question = questionOf('one');
  await reader.goTo(question);
  await reader.fillIn(question, { right: true });
  await reader.send(question);
  await reader.expectGraded(question, { right: true });
  // The dates of the answers are written by this; so the page fails while it is drawn.
  await page.addInitScript(() => {
    class Planted {
      constructor() {
        throw new Error('planted fault');
      }
    }
    Object.defineProperty(Intl, 'DateTimeFormat', { value: Planted, configurable: true });
  });
  await reader.open('/me');
  await expect(page.getByRole('heading', { level: 1, name: reader.say('errors', 'title') })).toBeVisible();
  await expectAccessible(page);
});

test('what has been read is ticked, and the home page leads on from there', async ({ reader, page }) => {
  test.slow();
  await page.clock.install();
  await reader.open('/chapters/reason-two');
  await page.waitForLoadState('networkidle');
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/reading'));
  await page.locator('[data-section-id="recap"] [data-section-end]').scrollIntoViewIfNeeded();
  await page.clock.runFor('02:00');
  expect(JSON.parse((await sent).postData() ?? '')).toMatchObject({ chapter: 'reason-two', section: 'recap' });
  await page.clock.resume();
  await page.waitForLoadState('networkidle');
  await reader.open('');
  await expect(page.locator('[data-continue]')).toContainText(/reason-two|4/);
});
