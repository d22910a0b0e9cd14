import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import { Simulator } from '../fixtures/simulator';
import { filled } from '../fixtures/words';

const script = (page: Page) => page.locator('.lab-editor textarea');
const problems = (page: Page) => page.locator('.lab-problems li');

test('by keyboard: from the gallery, through a mistake, to a link that another reader opens', async ({
  reader,
  page,
  browser,
}) => {
  const { language } = reader;
  await reader.open('/lab');
  await page.locator('.lab-gallery a[href$="from=half-close"]').press('Enter');
  const heading = page.locator('.lab-part > h2').first();
  await expect(heading).toBeFocused();
  await expect(script(page)).toHaveValue(/shutdown/);
  const simulator = new Simulator(page, 'L');
  const title = simulator.figure.getByRole('heading').first();
  await expect(title).toHaveText((await heading.textContent()) ?? '');

  // A mistake: told with its line, and the last good run stays.
  await script(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('profil linux\n');
  await expect(problems(page)).toHaveCount(1);
  await expect(problems(page)).toContainText(
    filled(language, 'lab', 'problems.unknownWordMeant', { word: 'profil', meant: 'profile' }),
  );
  await expect(page.getByText(reader.say('lab', 'run.stale'))).toBeVisible();
  await expect(title).toBeVisible();
  await expectAccessible(page);

  // Its button leads to the line, which is written anew.
  await page
    .getByRole('button', { name: filled(language, 'lab', 'problems.line', { n: 1 }), exact: true })
    .press('Enter');
  await expect(script(page)).toBeFocused();
  await page.keyboard.insertText('title Mended');
  await expect(problems(page)).toHaveCount(0);
  await expect(title).toHaveText('Mended');
  await expect(page.getByText(reader.say('lab', 'script.again'))).toBeAttached();

  // What was written is still there after a reload.
  await page.reload();
  await expect(script(page)).toHaveValue(/^title Mended/);
  await expect(page.getByText(reader.say('lab', 'link.draft'))).toBeVisible();
  await expect(title).toHaveText('Mended');

  await simulator.wake();
  await simulator.figure.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect(simulator.edits).toHaveCount(1);
  const lost = await simulator.edits.first().innerText();
  await simulator.figure.locator('button[data-act="share"]').press('Enter');
  const field = page.getByRole('dialog').getByLabel(reader.say('share', 'dialog.link'));
  await expect(field).toHaveValue(/\/lab#lab1\/script=[\w-]+\/v1\/.*\/drop=.*\/run=[0-9a-f]{8}$/);
  const link = await field.inputValue();

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(script(other)).toHaveValue(/^title Mended/);
  const received = new Simulator(other, 'L');
  // The figure that came with the page gives way to the sent one.
  await expect(received.figure.getByRole('heading').first()).toHaveText('Mended');
  await received.wake();
  await expect(received.figure.locator('.link-note')).toHaveText(reader.say('share', 'labNote.differs'));
  await expect(received.edits).toHaveText([lost]);

  await other.goto(`/${language}/lab#lab1/script=spoilt`);
  await expect(other.locator('.lab-notice')).toHaveText(reader.say('lab', 'link.broken'));
  await expect(script(other)).toHaveValue(/connect server:80/);
  await context.close();
});

test('by taps on a phone: choose, insert a word, lose a segment', async ({ phone, language, reader }) => {
  const page = await phone.newPage();
  await page.goto(`/${language}/lab`);
  await page.locator('.lab-acts a').tap();
  await page.locator('.lab-gallery a[href$="from=refused"]').tap();
  await expect(script(page)).toHaveValue(/server:81/);
  await page.locator('.lab-words summary').tap();
  await page
    .getByRole('button', { name: filled(language, 'lab', 'words.insert', { line: 'drop client > server SYN' }) })
    .tap();
  await expect(script(page)).toHaveValue(/\n *drop client > server SYN/);
  const simulator = new Simulator(page, 'L');
  await expect(simulator.figure.getByRole('heading').first()).toHaveText(reader.say('lab', 'run.figure'));
  await simulator.wake();
  await simulator.figure.locator('.dock button[data-act="drop"]').tap();
  await expect(simulator.edits).toHaveCount(1);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});
