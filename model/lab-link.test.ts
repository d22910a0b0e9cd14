import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLabLink, writeLabLink } from './lab-link';

const SCRIPT = 'profile linux\nhost client\n  connect server:80\nhost server\n  listen 80\n  accept # “accepted”\n';

describe('an address of the lab', () => {
  it('holds a script, or names one of the gallery, with or without a run', async () => {
    for (const source of [{ script: SCRIPT }, { from: 'half-close' }]) {
      const link = await writeLabLink(source);
      expect(link).toMatch(/^lab1\/(script|from)=[\w-]+$/);
      expect(await openLabLink(link)).toEqual({ ok: true, source, run: null });
      const run = 'v1/engine=1.2.0/at=5/run=5be1c0de';
      expect(await openLabLink(`${link}/${run}`)).toEqual({ ok: true, source, run });
    }
  });

  it('opens a link that went out with the first edition of the lab', async () => {
    const link = 'lab1/script=eJzLyC8uUUjOyUzNK-HKALGLU4vKUou4AHImCOc';
    expect(await openLabLink(link)).toEqual({ ok: true, source: { script: 'host client\nhost server\n' }, run: null });
  });

  it('is told from a damaged one and from one of a later edition', async () => {
    const whole = await writeLabLink({ script: SCRIPT });
    const damaged = ['', 'x', 'lab1/', 'lab1/script=', 'lab1/from=a b', whole.slice(0, -3), `${whole.slice(0, -1)}!`];
    const changed = whole.replace(/.{6}$/, (end) => [...end].reverse().join(''));
    for (const link of [...damaged, changed]) {
      expect([link, await openLabLink(link)]).toEqual([link, { ok: false, problem: 'broken' }]);
    }
    expect(await openLabLink('lab2/script=eJw')).toEqual({ ok: false, problem: 'newer' });
  });

  it('is not inflated beyond what a script may be', async () => {
    const bomb = await writeLabLink({ script: 'x'.repeat(1_000_000) });
    expect(bomb.length).toBeLessThan(2000);
    expect(await openLabLink(bomb)).toEqual({ ok: false, problem: 'broken' });
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (text) => {
        expect(typeof (await openLabLink(`lab1/script=${text}`)).ok).toBe('boolean');
      }),
      { numRuns: 50 },
    );
  });
});
