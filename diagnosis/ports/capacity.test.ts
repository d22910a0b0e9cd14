import { describe, expect, it } from 'vitest';
import { capacityOf } from './capacity';
import { courseOf } from './course';
import { DEFAULT_LOAD, type Load } from './load';
import { simulate } from './testing/simulate';

/** A load of a size that the engine plays in a moment: a hundred ports, and two seconds of TIME_WAIT. */
const SMALL: Load = {
  requestsPerSecond: 40,
  requestsPerConnection: 1,
  openSeconds: 0.1,
  destinations: 1,
  sourceAddresses: 1,
  lowPort: 50_000,
  highPort: 50_099,
  timeWaitSeconds: 2,
  reuse: false,
};

const LOADS: readonly [string, Load][] = [
  ['below the limit', SMALL],
  ['above the limit', { ...SMALL, requestsPerSecond: 80 }],
  ['far above the limit', { ...SMALL, requestsPerSecond: 200 }],
  ['two destinations', { ...SMALL, requestsPerSecond: 120, destinations: 2 }],
  ['two source addresses', { ...SMALL, requestsPerSecond: 80, sourceAddresses: 2 }],
  ['two of each, above the limit', { ...SMALL, requestsPerSecond: 240, destinations: 2, sourceAddresses: 2 }],
  ['five requests on a connection', { ...SMALL, requestsPerSecond: 200, requestsPerConnection: 5, openSeconds: 0.5 }],
  ['connections that stay open', { ...SMALL, requestsPerSecond: 60, openSeconds: 1 }],
  ['reuse, at ease', { ...SMALL, reuse: true }],
  ['reuse, where without it ports would run out', { ...SMALL, requestsPerSecond: 80, reuse: true }],
  ['reuse, above the limit', { ...SMALL, requestsPerSecond: 125, reuse: true }],
];

describe.each(LOADS)('the engine agrees with the formula: %s', (_, load) => {
  const capacity = capacityOf(load);
  // Whole periods, after which what ran out has come free again.
  const rounds = 3;
  const played = simulate(load, rounds * capacity.holdSeconds);

  it('on who fails, and when the first does', () => {
    expect(within2Percent(played.served / played.asked, 1 - capacity.failingShare)).toBe(true);
    if (capacity.exhaustedAfterSeconds === null) {
      expect(played.firstFailureSeconds).toBeNull();
    } else {
      expect(played.firstFailureSeconds).not.toBeNull();
      expect(within2Percent(played.firstFailureSeconds ?? 0, capacity.exhaustedAfterSeconds)).toBe(true);
    }
  });

  it('on the entries in TIME_WAIT and the open connections, at any moment', () => {
    const course = courseOf(load);
    const whole = capacity.portsPerFamily * capacity.families;
    for (const { seconds, open, timeWait } of played.moments) {
      const expected = course(seconds);
      const perFamily = { open: open / capacity.families, timeWait: timeWait / capacity.families };
      // Two percent of the range: one connection more or less is one of a hundred ports here.
      expect.soft(Math.abs(perFamily.open - expected.open), `open at ${seconds} s of ${whole}`).toBeLessThanOrEqual(2);
      expect.soft(Math.abs(perFamily.timeWait - expected.timeWait), `entries at ${seconds} s`).toBeLessThanOrEqual(2);
    }
  });

  it('on the entries in the long run', () => {
    const late = played.moments.filter(({ seconds }) => seconds > load.openSeconds + load.timeWaitSeconds);
    const mean = late.reduce((sum, { timeWait }) => sum + timeWait, 0) / late.length;
    expect(within2Percent(mean, capacity.entries)).toBe(true);
  });
});

function within2Percent(found: number, expected: number): boolean {
  const isClose = Math.abs(found - expected) <= 0.02 * Math.abs(expected);
  if (!isClose) console.error(`found ${found}, expected ${expected}`);
  return isClose;
}

describe('the formula', () => {
  it('gives the figures that everybody quotes', () => {
    const capacity = capacityOf({ ...DEFAULT_LOAD, openSeconds: 0 });
    expect(capacity.portsPerFamily).toBe(28_232);
    expect(capacity.mostRequestsPerSecond).toBeCloseTo(470.53, 2);
    expect(capacity.exhaustedAfterSeconds).toBeCloseTo(56.464, 3);
    expect(capacity.entries).toBeCloseTo(28_232, 6);
  });

  it('needs no ports for what is kept open', () => {
    const { headroom, entries } = capacityOf({ ...DEFAULT_LOAD, requestsPerConnection: 1000, openSeconds: 2 });
    expect(headroom).toBeGreaterThan(0.99);
    expect(entries).toBeCloseTo(30, 6);
  });
});
