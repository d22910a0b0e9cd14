import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';

test('every schedule is tried, and what is found is opened in the simulator, by keyboard', async ({ reader, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await reader.open('/chapters/how-long');
  const explorer = page.locator('.explorer');
  // The answer to the first question was found on the server.
  await expect(explorer.locator('[role="status"]')).toContainText('298');
  const wait = explorer.getByRole('slider');
  await wait.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(wait).toHaveValue('1900');
  await explorer.getByRole('button', { name: reader.say('explorer', 'start') }).press('Enter');
  await expect(explorer.locator('[role="status"]')).toContainText(
    reader.say('explorer', 'smallest').replace('{n}', '2'),
  );
  await explorer.getByRole('button', { name: reader.say('explorer', 'open') }).press('Enter');
  const figure = explorer.locator('figure.sim');
  await expect(figure).toHaveAttribute('data-awake', '');
  await expect(figure.getByRole('heading').first()).toContainText(reader.say('figures', 'explorer-old-octets.title'));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a search that takes long is stopped, and nothing is claimed', async ({ reader, page }) => {
  await reader.open('/chapters/how-long');
  const explorer = page.locator('.explorer');
  await explorer
    .getByRole('radio', { name: reader.say('explorer', 'seconds').replace('{s}', '3'), exact: true })
    .check();
  await explorer.getByRole('radio', { name: '4', exact: true }).check();
  await explorer.getByRole('button', { name: reader.say('explorer', 'start') }).click();
  await expect(explorer.getByRole('progressbar')).toBeVisible();
  await explorer.getByRole('button', { name: reader.say('explorer', 'stop') }).click();
  await expect(explorer.locator('[role="status"]')).toHaveText(reader.say('explorer', 'stopped'));
});
