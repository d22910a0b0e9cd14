import { expectAccessible, expectNoSidewaysScroll, openDisclosures, readThrough } from '../fixtures/accessibility';
import { pagePaths } from '../fixtures/book-content';
import { expect, test } from '../fixtures/book-test';
import { expectReadableSvg } from '../fixtures/svg-contrast';

const THEMES = ['light', 'dark'] as const;

for (const path of pagePaths()) {
  const name = path || '/ (home)';
  for (const theme of THEMES) {
    test(`${name} is accessible in ${theme}`, async ({ reader, page }) => {
      // A chapter has a dozen pictures to photograph.
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await reader.open(path);
      await readThrough(page);
      await openDisclosures(page);
      await expectAccessible(page);
      await expectReadableSvg(page);
    });
  }

  for (const width of [390, 320]) {
    test(`${name} fits ${width} px`, async ({ reader, page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 700 });
      await reader.open(path);
      await readThrough(page);
      await openDisclosures(page);
      await expectNoSidewaysScroll(page);
      if (width === 390) await expectAccessible(page);
    });
  }

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
