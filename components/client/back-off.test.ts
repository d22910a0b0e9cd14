import { expect, it } from 'vitest';
import { backOffMs } from './back-off';

it('doubles from one second to one minute', () => {
  const inTheMiddle = 0.5;
  expect([1, 2, 3, 6, 7, 50].map((failures) => backOffMs(failures, inTheMiddle))).toEqual([
    1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
  ]);
});

it('is spread by a quarter either way', () => {
  expect(backOffMs(3, 0)).toBe(3_000);
  expect(backOffMs(3, 1)).toBe(5_000);
});

it('is never shorter than the server asked for', () => {
  expect(backOffMs(1, 0.5, 30_000)).toBe(30_000);
  expect(backOffMs(7, 0.5, 1_000)).toBe(60_000);
});
