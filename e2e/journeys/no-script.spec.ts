import { chapterSlugs } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';

test.use({ javaScriptEnabled: false });

for (const slug of chapterSlugs()) {
  test(`${slug} can be read without JavaScript`, async ({ reader, page }) => {
    await reader.open(`/chapters/${slug}`);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('[data-section-id="recap"] li').first()).toBeVisible();
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(1500);

    const figures = page.locator('figure.sim.wide');
    expect(await figures.count()).toBeGreaterThan(0);
    for (const figure of await figures.all()) {
      await expect(figure.locator('svg:visible').first()).toBeVisible();
      const table = figure.locator('details.events-box table');
      await figure.locator('details.events-box summary').click();
      await expect(table.first()).toBeVisible();
      // A figure that asks ends there, and leads to where all of it is.
      const asks = (await figure.locator('.ask').count()) > 0;
      expect(await table.first().locator('tbody tr').count()).toBeGreaterThan(asks ? 1 : 3);
      if (asks) await expect(figure.locator('.ask a[href*="/play/"]')).toBeVisible();
    }
    await expect(page.locator('[data-question-id]').first()).toBeVisible();
    await expect(page.locator('main')).toContainText(reader.say('quiz', 'noScript'), { useInnerText: true });
  });
}

test('every page says without JavaScript what it can', async ({ reader, page }) => {
  await reader.open('');
  await expect(page.locator('main')).toContainText(reader.say('shell', 'home.subtitle'));
  await reader.open('/glossary');
  await expect(page.locator('#msl')).toBeVisible();
  await reader.open('/me');
  await expect(page.locator('main')).toContainText(reader.say('learning', 'me.noScript'), { useInnerText: true });
});
