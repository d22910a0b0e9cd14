import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectReadableColours,
  openDisclosures,
  readThrough,
} from '../fixtures/accessibility';
import { pagePaths } from '../fixtures/book-content';
import { test } from '../fixtures/book-test';
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
    await expectReadableColours(page);
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
}
