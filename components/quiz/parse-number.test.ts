import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number';

describe('a number as people write it', () => {
  it.each([
    ['1.5', 1.5],
    [' 1,5 ', 1.5],
    ['0,025', 0.025],
    ['１．５', 1.5],
    ['−2', -2],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['1 000', 1000],
    ['28,232', 28_232],
    ['1,000,000.5', 1_000_000.5],
    ['2e3', 2000],
    ['3。5', 3.5],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', '  ', 's', '1.5 s', '1,5,3', '1.2.3', '--1', 'Infinity', 'NaN', '0x10', '1e999'])(
    'refuses %j',
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );
});
