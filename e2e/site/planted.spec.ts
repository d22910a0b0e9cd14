import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import type { Reader } from '../fixtures/reader';
import { expectReadableSvg } from '../fixtures/svg-contrast';

/** What watches over the journeys is itself seen to notice: a page in order is spoilt, and the complaint must name how. */
const CHAPTER = '/chapters/reason-two';

/** React throws away what it finds in a page that it has not taken over yet. */
async function openAwake(reader: Reader): Promise<void> {
  await reader.open(CHAPTER);
  await reader.page.waitForLoadState('networkidle');
}

test('axe notices faint text, a picture without words and a level of headings left out', async ({ reader, page }) => {
  await openAwake(reader);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    main?.insertAdjacentHTML(
      'beforeend',
      '<p style="color:#999;background:#fff">faint</p><h6>deep</h6><img src="/icon.svg">',
    );
  });
  const complaint = await expectAccessible(page).then(() => '', String);
  for (const rule of ['color-contrast', 'image-alt', 'heading-order']) expect(complaint).toContain(rule);
});

test('the measurement of text in SVG notices a label on the wrong ground', async ({ reader, page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await reader.open('');
  await expect(page.locator('figure.sim-home')).toHaveAttribute('data-awake', '');
  await expectReadableSvg(page);
  await page.evaluate(() => {
    const label = [...document.querySelectorAll<SVGTextElement>('figure.sim-home svg text')].find(
      (each) => each.textContent === 'ESTABLISHED' && each.getBoundingClientRect().width > 0,
    );
    label?.style.setProperty('fill', '#c8e6d8');
  });
  const complaint = await expectReadableSvg(page).then(() => '', String);
  expect(complaint).toMatch(/"ESTABLISHED\\?": \d+ % of its ground/);
});

test('a page wider than the window is noticed, and what makes it so is named', async ({ reader, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openAwake(reader);
  await expectNoSidewaysScroll(page);
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p id="planted" style="width:900px">wide</p>');
  });
  const complaint = await expectNoSidewaysScroll(page).then(() => '', String);
  expect(complaint).toContain('planted');
});

test('eval, another host’s script, an error and a warning are each complained of', async ({
  reader,
  page,
  complaints,
}) => {
  await openAwake(reader);
  expect(complaints.unexpected).toEqual([]);
  await page.evaluate(() => {
    const run = (text: string) =>
      document.body.append(Object.assign(document.createElement('script'), { textContent: text }));
    // Later, by itself: what a test evaluates may use eval.
    run('setTimeout(() => { try { new Function("return 1")() } catch {} })');
    run('setTimeout(() => { throw new Error("planted error") })');
    run('console.warn("planted warning")');
    document.body.append(Object.assign(document.createElement('script'), { src: 'https://example.org/planted.js' }));
  });
  await expect.poll(() => complaints.unexpected.join('\n')).toMatch(/policy: script-src.* eval/);
  await expect.poll(() => complaints.unexpected.join('\n')).toMatch(/policy: script-src-elem https:\/\/example\.org/);
  await expect.poll(() => complaints.unexpected.join('\n')).toContain('planted error');
  await expect.poll(() => complaints.unexpected.join('\n')).toContain('planted warning');
  complaints.expect(/planted|eval|example\.org/);
});
