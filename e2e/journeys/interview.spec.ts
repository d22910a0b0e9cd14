import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import type { Reader } from '../fixtures/reader';
import { filled } from '../fixtures/words';

/** What is typed as an answer; not all of it is right, and nobody grades it. */
const ANSWER =
  'TIME_WAIT: the side that closes first keeps the 4-tuple, so that a lost ACK can be sent again. 主动关闭方';

function inInterview(reader: Reader) {
  const { page } = reader;
  const say = (key: string) => reader.say('interview', `mock.${key}`);
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  const turn = (n: number) => page.locator(`[data-turn="${n}"]`);
  const next = () => page.locator('[data-act="next"]').press('Enter');
  return { say, button, turn, next };
}

/** Answers the question that is asked, whatever its sort, and judges the answer as all or nothing. */
async function answerTurn(reader: Reader, n: number, all: boolean): Promise<void> {
  const { turn, button } = inInterview(reader);
  const asked = turn(n);
  await expect(asked).toBeVisible();
  const open = (key: string) => reader.say('interview', `open.${key}`);
  if ((await asked.locator('.quiz').count()) > 0) {
    await button('turn.skip').click();
    return;
  }
  await asked.getByRole('textbox').fill(ANSWER);
  const reveal = asked.getByRole('button', { name: open('reveal') });
  if ((await reveal.count()) === 0) {
    await button('turn.show').press('Enter');
    await asked
      .getByRole('radio')
      .nth(all ? 0 : 2)
      .press(' ');
    return;
  }
  await reveal.press('Enter');
  await expect(asked.getByRole('heading', { name: open('model') })).toBeVisible();
  for (const point of all ? await asked.getByRole('checkbox').all() : []) await point.press(' ');
  await asked.getByRole('button', { name: open('keep') }).press('Enter');
  await expect(asked.locator('.rubric.judged')).toBeVisible();
}

async function downloadBy(page: Page, press: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent('download');
  await press();
  return readFileSync(await (await coming).path(), 'utf8');
}

test('a ten-minute interview goes from the first question to its report', async ({ reader, page }) => {
  test.setTimeout(240_000);
  const { say, button, turn, next } = inInterview(reader);
  const timer = page.getByRole('timer');
  await page.clock.install();
  await reader.open('/interview/mock');
  await page.getByRole('radio', { name: say('setup.depths.junior') }).press(' ');
  await page
    .getByRole('radio', { name: filled(reader.language, 'interview', 'mock.setup.minutesOf', { minutes: 10 }) })
    .press(' ');
  await expect(button('setup.start')).toBeEnabled();
  await button('setup.start').press('Enter');
  await expect(timer).toContainText(/9:5\d|10:00/);
  await expectAccessible(page);

  // A point that was missed brings its follow-up, a strong answer goes deeper.
  await answerTurn(reader, 1, false);
  const first = (await turn(1).locator('h2').textContent()) ?? '';
  await next();
  await expect(turn(2).locator('.kicker').first()).toContainText(say('turn.missed'));
  await expect(turn(2).locator('h2')).toBeFocused();
  await answerTurn(reader, 2, true);
  await next();
  await expect(turn(3)).toBeVisible();

  // The clock is hidden, stopped, and stands while the page is away; what was typed does not go.
  await page.clock.fastForward('04:00');
  await expect(timer).toContainText(/[45]:\d\d/);
  await button('strip.hide').press('Enter');
  await expect(timer).toBeHidden();
  await button('strip.show').press('Enter');
  await button('strip.pause').press('Enter');
  await expect(turn(3)).toBeHidden();
  const stood = await timer.textContent();
  await page.clock.fastForward('20:00');
  await expect(timer).toHaveText(stood ?? '');
  await page.reload();
  await expect(page.getByRole('heading', { name: say('paused.title') })).toBeVisible();
  await expect(timer).toHaveText(stood ?? '');
  await page.locator('.mock-paused').getByRole('button').press('Enter');
  await answerTurn(reader, 3, true);

  // Time runs out, and takes nothing with it.
  await page.clock.fastForward('09:00');
  const over = page.getByRole('alert').filter({ hasText: say('over.title') });
  await expect(over).toBeVisible();
  await over.getByRole('button', { name: say('strip.more') }).press('Enter');
  await expect(over).toBeHidden();
  await expect(timer).toContainText(/4:5\d|5:00/);

  await page.locator('[data-act="end"]').press('Enter');
  await expect(page.getByRole('heading', { name: say('report.title'), level: 1 })).toBeFocused();
  await expect(page.locator('.mock-topics tbody tr').first()).toBeVisible();
  await expect(page.locator('.mock-topics a[href*="/chapters/"]').first()).toBeVisible();
  await expectAccessible(page);
  const markdown = await downloadBy(page, () => button('report.markdown').press('Enter'));
  expect(markdown).toContain('> TIME\\_WAIT: the side that closes first');
  expect(markdown.replaceAll('\\', '')).toContain(first);
  expect(await downloadBy(page, () => button('report.text').press('Enter'))).toContain(ANSWER);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: say('report.title'), level: 1 })).toBeVisible();
});

test('a question is found, answered aloud, seen in the simulator, and taken along', async ({ reader, page }) => {
  const say = (key: string) => reader.say('interview', key);
  await reader.open('/interview');
  const rows = page.locator('[data-question]');
  const all = await rows.count();
  expect(all).toBeGreaterThan(60);
  await page.getByRole('searchbox').fill('LAST-ACK');
  await page.getByRole('combobox', { name: say('list.kind') }).selectOption('open');
  await expect(page).toHaveURL(/search=LAST-ACK&kind=open/);
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await page.reload();
  await expect(rows).toHaveCount(found);

  const id = (await rows.first().getAttribute('data-question')) ?? '';
  await rows.first().getByRole('link').press('Enter');
  await expect(page).toHaveURL(new RegExp(`/interview/questions/${id}$`));
  await page.getByRole('radio', { name: say('open.how.aloud') }).press(' ');
  await page.getByRole('radio', { name: say('open.sure.unsure') }).press(' ');
  await page.getByRole('button', { name: say('open.reveal') }).press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  for (const point of await page.getByRole('checkbox').all()) await point.press(' ');
  await page.getByRole('button', { name: say('open.keep') }).press('Enter');
  const saved = page.locator('.open-question footer .saved');
  await expect(saved).toHaveText(say('open.state.judged'));
  await expectAccessible(page);
  await page.getByRole('button', { name: say('question.copy') }).press('Enter');
  await expect(page.getByText(say('question.copied'))).toBeVisible();

  await page.getByRole('link', { name: say('open.simulator') }).click();
  await expect(page).toHaveURL(/\/play\/[a-z-]+#v1\/.*run=/);
  await expect(page.locator('figure.sim')).toHaveAttribute('data-awake', '');

  await reader.open('/interview?result=right');
  await expect(rows).toHaveCount(1);
  await expect(page.locator(`[data-question="${id}"]`)).toContainText(say('list.results.right'));
  const cards = await downloadBy(page, () => page.getByRole('link', { name: say('hub.cardsFile') }).click());
  expect(cards).toMatch(/^#separator:Tab\n/);
  expect(cards).toContain(`"2msl-${reader.language}-${id}"`);
  expect(cards).toMatch(/href=""http:\/\/127\.0\.0\.1:\d+\/\w\w\/play\//);
});

/** Pages of a PDF as Chromium writes it. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('the cheat sheet is two pages of either paper, broken between its sheets', async ({ reader, page }) => {
  await reader.open('/interview/cheat-sheet');
  for (const format of ['A4', 'Letter']) {
    expect(pagesIn(await page.pdf({ format })), format).toBe(2);
    // One sheet alone fills one page and is not cut.
    for (const hidden of [1, 2]) {
      const style = await page.addStyleTag({ content: `.sheet:nth-of-type(${hidden}) { display: none }` });
      expect(pagesIn(await page.pdf({ format })), `${format} without sheet ${hidden}`).toBe(1);
      await style.evaluate((element) => (element as Element).remove());
    }
  }
  await page.addStyleTag({ content: '@media print { .cheat .sheet { font-size: 10pt !important } }' });
  expect(pagesIn(await page.pdf({ format: 'Letter' })), 'a sheet that is too long is noticed').toBeGreaterThan(2);
});
