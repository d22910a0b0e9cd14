import { describe, expect, it } from 'vitest';
import { faultsOf, type Load } from '../weight-check/faults';

const FINE: Load = {
  path: '/en/chapters/reason-two',
  width: 390,
  status: 200,
  scripts: 9,
  scriptBytes: 159 * 1024,
  fonts: ['/_next/static/media/inter-latin-wght-normal.0a1b2c3d.woff2'],
  loadShift: 0.01,
  wakeShift: 0,
};

describe('the weight check', () => {
  it('has nothing against a page below the bar', () => {
    expect(faultsOf(FINE)).toEqual([]);
    expect(faultsOf({ ...FINE, path: '/zh', scriptBytes: 300 * 1024 })).toEqual([]);
  });

  it.each([
    ['a heavy chapter', { scriptBytes: 160 * 1024 + 1 }, '160.0 KiB of script, and at most 160 may be sent'],
    ['a measurement of nothing', { scripts: 0, scriptBytes: 0 }, 'no script was seen, so nothing was measured'],
    ['a page that is not there', { status: 404 }, 'the answer was 404'],
    [
      'an extended Latin subset',
      { fonts: ['/_next/static/media/inter-latin-ext-wght-normal.0a1b2c3d.woff2'] },
      '/_next/static/media/inter-latin-ext-wght-normal.0a1b2c3d.woff2 is no Latin subset',
    ],
    ['a simulator that pushes', { wakeShift: 0.0012 }, 'the layout shifted by 0.0012 when what sleeps woke'],
  ])('catches %s', (_, planted, fault) => {
    expect(faultsOf({ ...FINE, ...planted })).toEqual([fault]);
  });
});
