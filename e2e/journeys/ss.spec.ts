import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import { filled } from '../fixtures/words';

const recorded = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../fixtures/server-outputs', name), 'utf8');

test('from the home page, by keys alone, to what to do about a proxy without ports', async ({ reader, page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await reader.open('');
  await page.getByRole('link', { name: reader.say('shell', 'home.server') }).press('Enter');
  await expect(page.locator('.tool-page [data-awake=true]')).toBeVisible();
  await expect(page.getByText(reader.say('tools', 'ss.privacy'))).toBeVisible();

  await page.getByLabel(reader.say('tools', 'ss.label')).focus();
  await page.keyboard.insertText(`no such line\n${recorded('proxy-out-of-ports.txt')}`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: reader.say('tools', 'ss.read') })).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page.locator('[data-verdict=harm]')).toContainText(reader.say('tools', 'ss.verdict.harm'));
  await expect(page.locator('[data-finding=ports-exhausted]')).toContainText('EADDRNOTAVAIL');
  const headings = await page.locator('.tool-part > h2[id^=place]').allTextContents();
  expect(headings).toEqual(
    ['seen', 'application', 'proxy', 'kernel'].map((place) => reader.say('tools', `ss.places.${place}`)),
  );
  await expect(page.locator('tr[data-state=TIME_WAIT]')).toContainText('451');
  await expect(page.locator('tr[data-family="192.0.2.101 8080"]')).toContainText('400 (100%)');
  await expect(page.locator('tr[data-service="443"]')).toContainText('24');
  // The line that is none, with its number.
  await expect(page.locator('.unread-table tbody tr')).toHaveText(/^1\s*no such line/);
  await expectAccessible(page);
  expect(sent.filter((request) => !request.startsWith('GET ') || request.includes('192.0.2.101'))).toEqual([]);

  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);

  // What was found goes on in the other tool.
  await page.locator('tr[data-family="192.0.2.101 8080"] a').press('Enter');
  await expect(page).toHaveURL(/\/tools\/ports\?rate=6\.67&low=40000&high=40399$/);
  await expect(page.locator('.tool-verdict.harm')).toContainText('400');
});

test('a real server is tried, and is harmless', async ({ reader, page }) => {
  await reader.open('/tools/ss');
  await page.getByRole('button', { name: reader.say('tools', 'ss.examples.web') }).click();
  await expect(page.locator('[data-verdict=fine]')).toContainText(reader.say('tools', 'ss.verdict.fine'));
  await expect(page.locator('[data-finding=accepted-harmless]')).toBeVisible();
  await expect(page.getByText(reader.say('tools', 'ss.unread.all'))).toBeVisible();
});

test('a hundred thousand lines are read aside, and can be stopped', async ({ reader, page }) => {
  // The worker gets its text when the test says so: else it might be done before it is stopped.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    const held: (() => void)[] = [];
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      held.push(() => postMessage.call(this, message, {}));
    };
    const letGo = () => {
      for (const go of held.splice(0)) go();
    };
    Object.assign(window, { letGo });
  });
  await reader.open('/tools/ss');
  await page.locator('#paste').evaluate((field: HTMLTextAreaElement) => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `TIME-WAIT 0 0 192.0.2.${index % 4}:443 198.51.100.${index % 200}:${1024 + Math.floor(index / 4)}`,
    );
    field.value = rows.join('\n');
  });
  const readIt = page.getByRole('button', { name: reader.say('tools', 'ss.read') });
  await readIt.click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: reader.say('tools', 'ss.cancel') }).click();
  await expect(page.getByText(reader.say('tools', 'ss.stopped'))).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);

  await readIt.click();
  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  const sums = filled(reader.language, 'tools', 'ss.sums', { lines: '100,000', sockets: '100,000' });
  await expect(page.locator('[data-verdict=fine]')).toContainText(sums);
});
