import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import { Simulator } from '../fixtures/simulator';
import { expectReadableSvg } from '../fixtures/svg-contrast';

/** What a reader sees of a run: where it stands, what was changed, which states come of it. */
async function seen({ figure }: Simulator) {
  return {
    moment: await figure.locator('.transport .now').innerText(),
    knobs: await figure.locator('.knobs').innerText(),
    picked: await figure.locator('.inspect').innerText(),
    verdicts: await figure.locator('.verdict').innerText(),
    states: await figure.locator('.band:not(.pencil) .band-name').allInnerTexts(),
    events: await figure.locator('.events tbody tr').allTextContents(),
  };
}

async function openShare({ figure, page }: Simulator) {
  await figure.locator('button[data-act="share"]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

test('what one reader found opens at another just so: moment, edits and states', async ({
  reader,
  page,
  browser,
  book,
}) => {
  await reader.open('/play/last-ack-lost');
  const own = new Simulator(page, '4.1');
  await own.wake();
  await own.figure.locator('input[data-act="range:timeWait"]').focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  await own.figure.locator('[data-seg]').first().focus();
  await page.keyboard.press('Enter');
  await own.figure.locator('.seg-tools [data-act="later"]').click();
  await own.press('toStart');
  for (let step = 0; step < 4; step++) await own.press('forward');
  await own.openTable();
  const sent = await seen(own);
  const link = await (await openShare(own)).getByLabel(reader.say('share', 'dialog.link')).inputValue();
  expect(link).toContain(`${book.url}/${reader.language}/play/last-ack-lost#v1/`);
  expect(link).toMatch(/\/delay=client,server,i1,FIN-ACK,s1,n1,by\d+\//);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  const received = new Simulator(other, '4.1');
  await received.wake();
  await received.openTable();
  expect(await seen(received)).toEqual(sent);
  const note = received.figure.locator('.link-note');
  await expect(note).toContainText(reader.say('share', 'note.differs'));
  await expect(note.getByRole('alert')).toHaveCount(0);
  await received.press('reset');
  await expect(note).toHaveText(reader.say('share', 'note.same'));
  await context.close();
});

test('by keyboard: Share, copy, and back to where one was', async ({ reader, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader.open('/play/old-duplicate');
  const simulator = new Simulator(page, '3.1');
  await simulator.wake();
  const share = simulator.figure.locator('button[data-act="share"]');
  await share.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel(reader.say('share', 'dialog.link'));
  await expect(field).toBeVisible();
  while (
    !(await dialog
      .getByRole('button')
      .first()
      .evaluate((button) => button === document.activeElement))
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(reader.say('share', 'dialog.copied'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue());
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(share).toBeFocused();
});

test('by touch, on a phone, where there is no secure context: copied the older way, or left selected', async ({
  reader,
  phone,
}) => {
  // As over plain http: there is no clipboard to write to.
  await phone.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const page = await phone.newPage();
  await page.goto(`/${reader.language}/play/last-ack-lost`);
  const simulator = new Simulator(page, '4.1');
  await simulator.wake();
  await simulator.figure.locator('button[data-act="share"]').tap();
  const dialog = page.getByRole('dialog');
  const copy = dialog.getByRole('button', { name: reader.say('share', 'dialog.copyEmbed') });
  await copy.tap();
  await expect(dialog.getByRole('status')).toHaveText(reader.say('share', 'dialog.copied'));
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await copy.tap();
  await expect(dialog.getByRole('status')).toHaveText(reader.say('share', 'dialog.selected'));
  const field = dialog.getByLabel(reader.say('share', 'dialog.embed'));
  const selected = await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd]);
  expect(selected).toEqual([0, (await field.inputValue()).length]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

const LINK = 'v1/engine=1.1.0/at=400/timeWait=2000';

test('a link that is damaged, too new, or of another engine says so; nothing else in an address is taken for one', async ({
  reader,
  page,
}) => {
  const note = page.locator('.link-note');
  const say = (key: string) => reader.say('share', `note.${key}`);
  const open = async (fragment: string) => {
    await page.goto('about:blank');
    await reader.open(`/play/last-ack-lost#${fragment}`);
    await new Simulator(page, '4.1').wake();
  };
  await open('main');
  await expect(note).toHaveCount(0);
  const asInBook = await page.locator('.transport .now').innerText();

  for (const [fragment, key] of [
    [LINK, 'broken'],
    ['%ff', 'broken'],
    ['v1/engine=1.1.0/at=400/start=c9,10/run=00000000', 'broken'],
    ['v2/whatever', 'newer'],
  ] as const) {
    await open(fragment);
    await expect(note).toHaveText(say(key));
    expect(await page.locator('.transport .now').innerText()).toBe(asInBook);
  }

  // Another address in the same window opens another run.
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, `${LINK}/drop=server,client,i1,RST,s1,n7/run=00000000`);
  await expect(note.getByRole('alert')).toContainText('1.1.0');
  await expect(page.locator('.edits .edit-unmatched')).toContainText(reader.say('simulator', 'edits.unmatched'));
  await expect(page.locator('.transport .now')).toContainText('0.40');
});

for (const theme of ['light', 'dark'] as const) {
  test(`a shared run and the dialog are accessible in ${theme}`, async ({ reader, page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await reader.open(`/play/last-ack-lost#${LINK}/drop=server,client,i1,RST,s1,n7/run=00000000`);
    const simulator = new Simulator(page, '4.1');
    await simulator.wake();
    await expectAccessible(page);
    await openShare(simulator);
    await expectAccessible(page);
    await page.goto('about:blank');
    await openFramed(page, reader.language);
    await expectAccessible(page);
    await expectReadableSvg(page);
  });
}

/** The page for frames, looked at by itself. */
async function openFramed(page: Page, language: string): Promise<void> {
  await page.goto(`/embed/${language}/last-ack-lost#${LINK}/run=00000000`);
  await expect(page.locator('figure.sim')).toHaveAttribute('data-awake', '');
}
