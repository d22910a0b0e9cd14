import { describe, expect, it } from 'vitest';
import { newSend } from './open';
import { PROFILES } from './profile';
import { ackDelay, onDelayOver, onFin, onQuickAck, onRepeat, onSending, onText } from './quick-ack';
import { seqNumber } from './sequence-number';

const context = {
  ...{ nowMs: 0, profile: PROFILES.linux, iss: seqNumber(1), origin: 1, capacity: 1000 },
  ...{ timestamps: false, hasListener: false },
};
/** RTO 1000 ms, no round trip measured yet. */
const send = newSend(context, PROFILES.linux);
const MODE = { quick: 5, pingPong: false, delayMs: 100, lastTextMs: 1000 };

describe('the delay of an acknowledgment on Linux', () => {
  it('begins with sixteen quick ones, and 40 ms after them', () => {
    const fresh = { quick: 0, pingPong: false, delayMs: 0, lastTextMs: 0 };
    expect(onText(fresh, 1000, send)).toEqual({ quick: 16, pingPong: false, delayMs: 40, lastTextMs: 1000 });
  });

  it.each([
    // Gap, then the delay and the quick ACKs that follow.
    [1, 70, 5],
    [20, 70, 5],
    [21, 71, 5],
    [99, 149, 5],
    [100, 100, 5],
    [1000, 100, 5],
    [1001, 100, 16],
  ])('after %d ms without text is %d ms, with %d quick ones left', (gapMs, delayMs, quick) => {
    const now = 1000 + gapMs;
    expect(onText(MODE, now, send)).toEqual({ quick, pingPong: false, delayMs, lastTextMs: now });
  });

  it('never grows beyond the RTO', () => {
    expect(onText({ ...MODE, delayMs: 990 }, 1000 + 989, send).delayMs).toBe(1000);
    expect(onDelayOver({ ...MODE, delayMs: 600 }, send).delayMs).toBe(1000);
  });

  it('takes text for an answer that leaves within the delay', () => {
    expect(onSending(MODE, 1099).pingPong).toBe(true);
    expect(onSending(MODE, 1100)).toEqual(MODE);
    expect(onFin(MODE)).toEqual({ ...MODE, pingPong: true });
  });

  it('is taken back when text comes twice', () => {
    expect(onRepeat({ ...MODE, pingPong: true })).toEqual({ ...MODE, quick: 16, pingPong: false, delayMs: 40 });
  });

  it('counts the quick ones down, and begins at 40 ms after the last', () => {
    expect(onQuickAck(MODE)).toEqual({ ...MODE, quick: 4 });
    expect(onQuickAck({ ...MODE, quick: 2 })).toEqual({ ...MODE, quick: 1 });
    expect(onQuickAck({ ...MODE, quick: 1 })).toEqual({ ...MODE, quick: 0, delayMs: 40 });
    expect(onQuickAck({ ...MODE, quick: 0 })).toEqual({ ...MODE, quick: 0, delayMs: 40 });
  });

  it('doubles when nothing came to ride on, but ends a conversation first', () => {
    expect(onDelayOver(MODE, send)).toEqual({ ...MODE, delayMs: 200 });
    expect(onDelayOver({ ...MODE, pingPong: true }, send)).toEqual({ ...MODE, pingPong: false, delayMs: 40 });
  });

  it('is at most a round trip, or 40 ms where that is more, and never above 200', () => {
    expect(ackDelay({ ...MODE, delayMs: 0 }, send, 2)).toBe(2);
    expect(ackDelay(MODE, send, 2)).toBe(40);
    expect(ackDelay(MODE, { ...send, srttMs: 30 }, 2)).toBe(40);
    expect(ackDelay(MODE, { ...send, srttMs: 60 }, 2)).toBe(60);
    expect(ackDelay(MODE, { ...send, srttMs: 500 }, 2)).toBe(100);
    expect(ackDelay({ ...MODE, delayMs: 400 }, { ...send, srttMs: 500 }, 2)).toBe(200);
  });
});
