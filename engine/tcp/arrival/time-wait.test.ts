import { describe, expect, it } from 'vitest';
import { reach } from '../../testing/reach';

const MINUTES = 60_000;

/** How long TIME_WAIT still lasts. */
function left(wire: ReturnType<typeof reach>): number {
  return (wire.timers.get('time-wait') ?? Number.NaN) - wire.nowMs;
}

describe('the clock of TIME_WAIT', () => {
  it('is set to 2 MSL, on Linux to a minute', () => {
    expect(left(reach('TIME_WAIT'))).toBe(4 * MINUTES);
    expect(left(reach('TIME_WAIT', { profile: 'linux' }))).toBe(MINUTES);
  });

  it('starts anew with the FIN, though the window check would have discarded it', () => {
    const wire = reach('TIME_WAIT').wait(MINUTES).arrive({ flags: 'FIN,ACK', seq: -1 });
    expect(left(wire)).toBe(4 * MINUTES);
    expect(wire.rules).toEqual(['time-wait/fin-retransmitted']);
  });

  it.each([
    ['old text', { flags: 'ACK', seq: -3, text: 'abc' }],
    ['a bare ACK', { flags: 'ACK' }],
    ['somebody else’s FIN', { flags: 'FIN,ACK', seq: -2 }],
    ['a SYN', { flags: 'SYN', seq: 1 }],
    ['a reset elsewhere', { flags: 'RST', seq: 1 }],
  ])('runs on when there comes %s', (_, segment) => {
    expect(left(reach('TIME_WAIT').wait(MINUTES).arrive(segment))).toBe(3 * MINUTES);
  });

  it.each([
    ['old text', { flags: 'ACK', seq: -3, text: 'abc' }],
    ['text beyond the FIN', { flags: 'ACK', text: 'abc' }],
    ['a bare ACK', { flags: 'ACK' }],
    ['an old bare ACK', { flags: 'ACK', seq: -1 }],
  ])('starts anew on Linux also for %s', (_, segment) => {
    expect(left(reach('TIME_WAIT', { profile: 'linux' }).wait(30_000).arrive(segment))).toBe(MINUTES);
  });

  it('runs on on Linux for a SYN with a lower number, and starts anew for one with an older timestamp', () => {
    const options = { profile: 'linux', timestamps: true, hasListener: true } as const;
    const lower = { flags: 'SYN', seq: -9, tsval: 100 };
    const older = { flags: 'SYN', seq: 9, tsval: 99 };
    expect(left(reach('TIME_WAIT', options).wait(30_000).arrive(lower))).toBe(30_000);
    expect(left(reach('TIME_WAIT', options).wait(30_000).arrive(older))).toBe(MINUTES);
  });

  it('gives way to a connection whose numbers begin beyond the old ones', () => {
    const wire = reach('TIME_WAIT', { hasListener: true }).arrive({ flags: 'SYN', seq: 1 });
    expect(wire.reopened).toBe(1002 + 65_537);
    expect(wire.timers.has('time-wait')).toBe(false);
  });
});
