import type { Page } from '@playwright/test';
import { SOLVERS } from '@/scripts/second-path/solvers';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import type { Reader } from '../fixtures/reader';
import { filled } from '../fixtures/words';

const card = (page: Page) => page.locator('.drill article');

async function choose(reader: Reader, kind: string): Promise<void> {
  await reader.page.getByLabel(reader.say('drill', 'choice.kind')).selectOption(kind);
  await reader.page.getByRole('button', { name: reader.say('drill', 'choice.start') }).click();
  await expect(card(reader.page)).toHaveAttribute('data-question-id', new RegExp(`^generated-${kind}-`));
}

/** Reckoned from the list that is shown, which is the same in both languages. */
async function countedIn(page: Page): Promise<number> {
  const exhibit = await card(page).locator('pre').innerText();
  return Number(SOLVERS['ss-needs-close']?.({ prompt: '', exhibit, options: [], items: [] }));
}

test('questions with fresh numbers are drawn, answered, told and played', async ({ reader, page }) => {
  await reader.open('/interview/drill');
  await choose(reader, 'ss-needs-close');
  const first = await card(page).getAttribute('data-question-id');
  await expect(card(page).getByRole('heading')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type(String(await countedIn(page)));
  await page.keyboard.press('Enter');
  await expect(card(page).locator('[data-verdict=ok]')).toBeFocused();
  await expect(page.getByText(filled(reader.language, 'drill', 'tally', { right: 1, answered: 1 }))).toBeVisible();

  await card(page)
    .getByRole('button', { name: reader.say('drill', 'next') })
    .click();
  await expect(card(page)).not.toHaveAttribute('data-question-id', first ?? '');
  await card(page).locator('input').fill('77');
  await page.keyboard.press('Enter');
  await expect(card(page).locator('[data-verdict=bad]')).toBeVisible();
  await expect(page.getByText(filled(reader.language, 'drill', 'tally', { right: 1, answered: 2 }))).toBeVisible();

  await choose(reader, 'state-of-closer');
  await expect(card(page).getByRole('button', { name: reader.say('drill', 'play') })).toHaveCount(0);
  await card(page).getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await card(page)
    .getByRole('button', { name: reader.say('drill', 'play') })
    .click();
  await expect(card(page).locator('.sim')).toContainText('TIME_WAIT');
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);

  await reader.open('/me');
  await expect(page.locator('ol.answers > li')).toHaveCount(3);
});
