import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { faultsOfHeld } from './held-figures';

const dist = mkdtempSync(path.join(tmpdir(), '2msl-held-'));
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const DESCRIPTION = 'The SYN is answered with a challenge ACK';
const HELD = { locale: 'en', chapter: 'one', scenario: 'run', number: '4.1', description: DESCRIPTION, untilMs: 1340 };

const rows = (...moments: number[]) => moments.map((ms) => `<tr data-moment="${ms}"></tr>`).join('');
const figure = (inside: string) => `<p data-moment="9"></p><figure id="fig-4-1" tabindex="0">${inside}</figure>`;
const VERDICT = '<section class="verdict"><ul><li>so it is</li></ul></section>';
const WHOLE = figure(`<desc>${DESCRIPTION}</desc>${VERDICT}${rows(1000, 1340, 1350)}`);

function faults(chapter: string, whole = WHOLE, payload = ''): string[] {
  for (const [page, html, rsc] of [
    ['en/chapters/one', chapter, payload],
    ['en/play/run', whole, ''],
  ] as const) {
    mkdirSync(path.dirname(path.join(dist, 'server/app', page)), { recursive: true });
    writeFileSync(path.join(dist, 'server/app', `${page}.html`), html);
    writeFileSync(path.join(dist, 'server/app', `${page}.rsc`), rsc);
  }
  return faultsOfHeld(dist, HELD);
}

it('has nothing against a figure that ends where it asks', () => {
  expect(faults(figure(rows(1000, 1340)))).toEqual([]);
});

it.each([
  ['a later event', figure(rows(1000, 1350)), '', 'tells of 1350'],
  ['a judgement', figure(VERDICT + rows(1000)), '', 'what came of the run'],
  ['the description', figure(`<desc>${DESCRIPTION}</desc>${rows(1000)}`), '', 'described'],
  ['the description in what the page is fed', figure(rows(1000)), `["${DESCRIPTION}"]`, 'described'],
  ['no figure', 'nothing', '', 'no moment'],
])('finds %s', (_, chapter, payload, expected) => {
  expect(faults(chapter, WHOLE, payload).join('\n')).toContain(expected);
});

it('does not trust eyes that do not see the whole', () => {
  expect(faults(figure(rows(1000)), figure(rows(1000))).join('\n')).toContain('was not recognised');
});
