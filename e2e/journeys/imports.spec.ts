import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessibility';
import { expect, test } from '../fixtures/book-test';
import { filled } from '../fixtures/words';

const ROOT = path.resolve(import.meta.dirname, '../..');
const recorded = (name: string) => path.join(ROOT, 'engine/formats/fixtures', name);

/** Chooses a file as a keyboard does: the field opens the system's dialogue. */
async function choose(page: Page, field: string, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.locator(field).focus();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(file);
}

test('a capture is opened and walked by keys alone, stays in the browser, and one that is broken says what to do', async ({
  reader,
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await reader.open('/lab');
  await page.getByRole('link', { name: reader.say('imports', 'capture.title') }).press('Enter');
  await expect(page.locator('.tool-page [data-awake=true]')).toBeVisible();
  await expect(page.locator('#capture-privacy')).toContainText(reader.say('imports', 'capture.privacy'));
  await choose(page, '#capture', recorded('timewait-syn-newer.pcap'));

  const row = page.locator('[data-conversation]');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(reader.say('imports', 'capture.holder.right'));
  await row.getByRole('button').press('Enter');
  const walk = page.locator('.walk');
  await expect(walk.locator('svg.td [data-seg]')).toHaveCount(12);
  await walk.focus();
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
  await expect(walk.locator('[aria-live=polite]')).toContainText('SYN');
  await page.keyboard.press('ArrowDown');
  await expect(walk.locator('.inspect')).toContainText(reader.say('imports', 'capture.inspector.packet'));
  // What nobody can know is told as such.
  await expect(walk.locator('.band-name').filter({ hasText: 'ESTABLISHED?' }).first()).toBeVisible();
  await walk.locator('details[data-details=wire] > summary').press('Enter');
  await expect(walk.locator('.wire-fields')).toBeVisible();
  await walk.locator('details[data-details=events] > summary').press('Enter');
  await expect(walk.locator('table.events tbody tr').first()).toBeVisible();
  // Whoever knows where it was captured can say so: then its times are exact there.
  await walk.locator('[data-knob=at]').selectOption('a');
  await expect(walk.locator('.walk-notes')).toContainText(
    filled(reader.language, 'imports', 'capture.watched', { host: reader.say('simulator', 'hosts.client') }),
  );
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);

  const broken = { name: 'broken.pcap', mimeType: 'application/octet-stream', buffer: Buffer.from('no capture') };
  await choose(page, '#capture', broken);
  await expect(page.locator('[data-refused=not-a-capture]')).toContainText(
    reader.say('imports', 'capture.refusals.not-a-capture'),
  );
  await expect(page.locator('.walk')).toHaveCount(0);
  await expectAccessible(page);
  expect(sent).toEqual([]);
});

test('a packetdrill script is played, its first difference and what is not supported are named with their lines', async ({
  reader,
  page,
}) => {
  await reader.open('/lab/packetdrill');
  await expect(page.locator('.tool-page [data-awake=true]')).toBeVisible();
  await page.getByRole('button', { name: reader.say('imports', 'packetdrill.examples.unsupported') }).press('Enter');
  await expect(page.locator('[data-outcome=skipped]')).toBeVisible();
  await expect(page.locator('[data-unsupported="13"]')).toContainText(
    reader.say('imports', 'packetdrill.reasons.urgent'),
  );
  await expect(page.locator('[data-unsupported="15"]')).toContainText(
    reader.say('imports', 'packetdrill.reasons.sack'),
  );
  await expect(page.locator('[data-line="15"]')).toHaveClass(/unsupported/);
  // What stands before it was played, and nothing of the script is lost.
  await expect(page.locator('.walk svg.td [data-seg]')).toHaveCount(5);
  await expect(page.locator('#script')).toHaveValue(/urg 2/);

  await choose(page, '#script-file', path.join(ROOT, 'fixtures/packetdrill/examples/differs.pkt'));
  await expect(page.locator('[data-outcome=failed]')).toContainText('18');
  await expect(page.locator('[data-line="18"]')).toHaveClass(/failed/);
  await page.locator('.walk').focus();
  await page.keyboard.press('End');
  await expect(page.locator('.walk .inspect')).toBeVisible();
  await expect(page.locator('tr[data-line="17"]')).toHaveClass(/now/);
  await expectAccessible(page);

  // Mended by hand, it passes.
  const field = page.locator('#script');
  await field.fill((await field.inputValue()).replace('> R 2:2(0)', '> . 2:2(0) ack 2'));
  await page.getByRole('button', { name: reader.say('imports', 'packetdrill.play') }).press('Enter');
  await expect(page.locator('[data-outcome=passed]')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});
