import { expect, it } from 'vitest';
import { elapsedMs, extend, goOn, leftMs, startClock, stop, withoutLimit } from './mock-clock';

const MINUTE = 60_000;

it('stands while it is stopped', () => {
  const stopped = stop(startClock(10, 1_000), 1_000 + MINUTE);
  expect(leftMs(stopped, 1_000 + 50 * MINUTE)).toBe(9 * MINUTE);
  const again = goOn(stopped, 60 * MINUTE);
  expect(elapsedMs(again, 62 * MINUTE)).toBe(3 * MINUTE);
  expect(goOn(again, 99 * MINUTE)).toBe(again);
});

it('runs out at nothing and never below, and what ran over is not taken off what is added', () => {
  const clock = startClock(10, 0);
  expect(leftMs(clock, 10 * MINUTE)).toBe(0);
  expect(leftMs(clock, 12 * MINUTE)).toBe(0);
  expect(leftMs(extend(clock, 5 * MINUTE, 12 * MINUTE), 12 * MINUTE)).toBe(5 * MINUTE);
  expect(leftMs(extend(clock, 5 * MINUTE, 2 * MINUTE), 2 * MINUTE)).toBe(13 * MINUTE);
});

it('can be taken away', () => {
  const clock = withoutLimit(startClock(10, 0));
  expect(leftMs(clock, 99 * MINUTE)).toBeNull();
  expect(extend(clock, MINUTE, 0)).toBe(clock);
});

it('does not run backwards when the clock of the machine is set back', () => {
  expect(elapsedMs(startClock(10, 5_000), 1_000)).toBe(0);
});
