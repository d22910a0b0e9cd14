import { expect, it } from 'vitest';
import { reach } from '../testing/reach';
import { hasEnded, unreadOctets } from './receive';

it('has nothing to read where there is no connection yet', () => {
  for (const place of ['LISTEN', 'SYN_SENT'] as const) {
    expect(unreadOctets(reach(place).connection)).toEqual([]);
    expect(hasEnded(reach(place).connection)).toBe(false);
  }
});

it('has ended after the FIN, and after a normal end, but not after an error', () => {
  expect(hasEnded(reach('ESTABLISHED').connection)).toBe(false);
  expect(hasEnded(reach('CLOSE_WAIT').connection)).toBe(true);
  expect(hasEnded(reach('TIME_WAIT').connection)).toBe(true);
  expect(hasEnded(reach('LAST_ACK').arrive({ flags: 'ACK' }).connection)).toBe(true);
  expect(hasEnded(reach('ESTABLISHED').arrive({ flags: 'RST' }).connection)).toBe(false);
});
