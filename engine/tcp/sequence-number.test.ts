import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, distance, isAtMost, isBefore, isInWindow, laterOf, seqNumber } from './sequence-number';

const HALF = 2 ** 31;
const anywhere = fc.nat({ max: 2 ** 32 - 1 }).map(seqNumber);
const near = fc.integer({ min: 1, max: HALF - 1 });

describe('a sequence number', () => {
  it('wraps', () => {
    expect(advance(seqNumber(0xffffffff), 1)).toBe(0);
    expect(advance(seqNumber(0), -1)).toBe(0xffffffff);
    expect(seqNumber(2 ** 32 + 5)).toBe(5);
    expect(seqNumber(-1)).toBe(0xffffffff);
  });

  it('comes before every one less than half the space ahead of it, wherever it stands', () => {
    fc.assert(
      fc.property(anywhere, near, (seq, octets) => {
        const ahead = advance(seq, octets);
        expect(distance(seq, ahead)).toBe(octets);
        expect(distance(ahead, seq)).toBe(-octets);
        expect([isBefore(seq, ahead), isBefore(ahead, seq)]).toEqual([true, false]);
        expect([isAtMost(seq, ahead), isAtMost(ahead, seq), isAtMost(seq, seq)]).toEqual([true, false, true]);
        expect([laterOf(seq, ahead), laterOf(ahead, seq)]).toEqual([ahead, ahead]);
      }),
    );
  });

  it('lies in a window from its first number to the one before its end', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 1, max: 2 ** 30 }), (start, size) => {
        expect(isInWindow(start, start, size)).toBe(true);
        expect(isInWindow(advance(start, size - 1), start, size)).toBe(true);
        expect(isInWindow(advance(start, size), start, size)).toBe(false);
        expect(isInWindow(advance(start, -1), start, size)).toBe(false);
        expect(isInWindow(start, start, 0)).toBe(false);
      }),
    );
  });
});
