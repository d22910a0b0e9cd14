import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures/book-test';
import { Simulator } from '../fixtures/simulator';

test('whoever doubts a figure finds what it was held against, as last measured', async ({ reader, page }) => {
  const { rows, traces } = JSON.parse(readFileSync('content/evidence.json', 'utf8'));
  await reader.open('/chapters/reason-two');
  await page.getByRole('link', { name: reader.say('shell', 'footer.howTrue') }).click();
  await expect(page.locator('h1')).toHaveText(reader.say('truth', 'page.title'));
  const glance = page.locator('.glance');
  await expect(glance.locator('a[href="#rows"] .figure')).toHaveText(`${rows.passed}/${rows.total}`);
  const matched = traces.total - traces.differing.length;
  await expect(glance.locator('a[href="#traces"] .figure')).toHaveText(`${matched}/${traces.total}`);
  for (const { name } of traces.differing) await expect(page.locator('#traces .reasons')).toContainText(name);
  for (const link of await glance.getByRole('link').all()) {
    await link.click();
    await expect(page.locator(`${await link.getAttribute('href')} > h2`)).toBeInViewport();
  }
});

test('from a segment to the rule that sent it, in the list of rules', async ({ reader, page }) => {
  await reader.open('/play/last-ack-lost');
  const simulator = new Simulator(page, '4.1');
  await simulator.wake();
  await simulator.figure.locator('[data-seg]:visible').first().click();
  const link = simulator.figure.locator('.inspect a[href*="/rules#"]').first();
  const id = (await link.getAttribute('href'))?.split('#')[1];
  await link.click();
  await expect(page.locator('.rule:target h3')).toHaveText(`${id}`);
  await expect(page.locator('.rule:target')).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the rules are narrowed to one state, and to one RFC', async ({ reader, page }) => {
    await reader.open('/rules');
    const rule = (id: string) => page.locator(`[id="${id}"]`);
    const choice = page.locator('select[name="show"]');
    await expect(rule('listen/rst-ignored')).toBeVisible();
    await choice.selectOption('state-last-ack');
    await expect(rule('last-ack/fin-acknowledged')).toBeVisible();
    await expect(rule('listen/rst-ignored')).toBeHidden();
    await expect(page.locator('#group-listen')).toBeHidden();
    await choice.selectOption('rfc-1337');
    await expect(page.locator('.rule:visible')).toHaveCount(1);
    await expect(rule('time-wait/reset-ignored')).toBeVisible();
  });
});
