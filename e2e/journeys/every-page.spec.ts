import { expectAccessible, expectNoSidewaysScroll, openDisclosures, readThrough } from '../fixtures/accessibility';
import { pagePaths } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';
import { expectReadableSvg } from '../fixtures/svg-contrast';

for (const path of pagePaths()) {
  const name = path || '/ (home)';

  test(`${name} is accessible in light and in dark`, async ({ reader, page }) => {
    // A chapter has a dozen pictures to photograph.
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await reader.open(path);
    await readThrough(page);
    await openDisclosures(page);
    await expectAccessible(page);
    // Colours do not depend on the language: each theme is photographed in one.
    if (reader.language === 'en') await expectReadableSvg(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    if (reader.language === 'zh') await expectReadableSvg(page);
  });

  test(`${name} fits 390 and 320 px`, async ({ reader, page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 390, height: 700 });
    await reader.open(path);
    await readThrough(page);
    await openDisclosures(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await expectNoSidewaysScroll(page);
  });

  test(`${name} has one heading of the first rank, a title and a description`, async ({ reader, page }) => {
    await reader.open(path);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page).toHaveTitle(/2MSL/);
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /.{20,}/);
    await expect(page.locator('html')).toHaveAttribute('lang', reader.language === 'en' ? 'en' : 'zh-CN');
    for (const language of ['en', 'zh']) {
      const link = page.locator(`link[rel="alternate"][hreflang^="${language}"]`);
      await expect(link.first()).toHaveAttribute('href', new RegExp(`/${language}${path}$`));
    }
    const picture = await page.locator('meta[property="og:image"]').first().getAttribute('content');
    const answer = await page.request.get(new URL(picture ?? '', page.url()).pathname);
    expect(answer.headers()['content-type']).toBe('image/png');
  });
}
