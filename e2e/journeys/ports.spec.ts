import { expect, test } from '../fixtures/book-test';
import type { Reader } from '../fixtures/reader';
import { filled } from '../fixtures/words';

const field = (reader: Reader, name: string) =>
  reader.page.getByLabel(reader.say('tools', `ports.fields.${name}.name`), { exact: true });

test('from the foot of a page, by keys alone, to a load that fits its ports', async ({ reader, page }) => {
  await reader.open('');
  await page.getByRole('link', { name: reader.say('shell', 'footer.ports') }).press('Enter');
  await expect(page.locator('[data-awake=true]')).toBeVisible();
  const verdict = page.locator('.tool-verdict');
  await expect(verdict).toContainText('EADDRNOTAVAIL');
  await expect(verdict).toContainText('30,050');

  // 470 a second is what everybody quotes; ten milliseconds of being open leave it so.
  await field(reader, 'requestsPerSecond').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('470');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(field(reader, 'openSeconds')).toBeFocused();
  await page.keyboard.type('0.01');
  await expect(verdict).toContainText('28,205');
  await expect(page).toHaveURL(/\?rate=470&open=0\.01$/);
  await expect(verdict).not.toContainText('EADDRNOTAVAIL');

  for (let stop = 0; stop < 6; stop++) await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(verdict).toContainText('475');
  await expect(page).toHaveURL(/&reuse=1$/);

  // The address alone brings it back, also in the other language.
  await page.locator('a.language').first().press('Enter');
  const other = reader.language === 'en' ? 'zh' : 'en';
  await expect(page).toHaveURL(new RegExp(`/${other}/tools/ports\\?rate=470&open=0.01&reuse=1$`));
  await expect(page.locator('.tool-verdict')).toContainText('475');
});

test('a number that cannot be used is said to be so at its field', async ({ reader, page }) => {
  await reader.open('/tools/ports?low=50000&high=40000');
  const high = field(reader, 'highPort');
  await expect(high).toHaveAttribute('aria-invalid', 'true');
  await expect(high).toHaveAccessibleDescription(reader.say('tools', 'ports.faults.belowLow'));
  await expect(page.locator('.tool-verdict')).toContainText(reader.say('tools', 'ports.mend'));
  await high.fill('50009');
  await expect(page.locator('.tool-verdict')).toContainText('EADDRNOTAVAIL');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('ports are worked out by the server', async ({ reader, page }) => {
    await reader.open('/tools/ports');
    await field(reader, 'requestsPerSecond').fill('100');
    await page.getByRole('button', { name: reader.say('tools', 'ports.work') }).click();
    await expect(page).toHaveURL(/rate=100/);
    const values = { wanted: '6,010', ports: '28,232' };
    await expect(page.getByText(filled(reader.language, 'tools', 'ports.verdict.fine', values))).toBeVisible();
    await expect(page.locator('svg.chart:visible')).toHaveCount(1);
    // As wide as it was laid out for, whatever other rooms of the book say of pictures.
    expect((await page.locator('svg.chart:visible').boundingBox())?.width).toBe(880);
  });
});
