import { describe, expect, it } from 'vitest';
import { advance, neededMs, nextDueMs, type ReadingClock, type ReadingEvent, startClock } from './reading-clock';

const SECOND = 1_000;

/** Plays events `[seconds, event]` and says what was read when. */
function play(clock: ReadingClock, events: readonly (readonly [number, ReadingEvent])[]) {
  const read: [number, string][] = [];
  let state = clock;
  for (const [seconds, event] of events) {
    const next = advance(state, event, seconds * SECOND);
    state = next.clock;
    read.push(...next.read.map((id): [number, string] => [seconds, id]));
  }
  return { read, clock: state };
}

const shows = (id: string, inView = true): ReadingEvent => ({ kind: 'section', id, inView });
const end = (id: string, inView = true): ReadingEvent => ({ kind: 'end', id, inView });
const page = (visible: boolean): ReadingEvent => ({ kind: 'page', visible });
const time: ReadingEvent = { kind: 'time' };
/** A section that takes a minute to read, hence twenty seconds on the screen. */
const one = () => startClock([{ id: 'a', neededMs: neededMs(250, 'en') }], true);

describe('when a section has been read', () => {
  it('takes a third of its length at 250 words or 400 characters a minute', () => {
    expect(neededMs(250, 'en')).toBe(20_000);
    expect(neededMs(400, 'zh')).toBe(20_000);
    expect(neededMs(750, 'en')).toBe(60_000);
  });

  it('is when its end is in view after it was shown long enough', () => {
    expect(
      play(one(), [
        [0, shows('a')],
        [19, time],
        [25, end('a')],
      ]).read,
    ).toEqual([[25, 'a']]);
  });

  it('is not when it was only scrolled past', () => {
    const { read, clock } = play(one(), [
      [0, shows('a')],
      [1, end('a')],
      [2, shows('a', false)],
      [500, time],
    ]);
    expect(read).toEqual([]);
    expect(nextDueMs(clock, 500 * SECOND)).toBeNull();
  });

  it('is not without its end', () => {
    expect(
      play(one(), [
        [0, shows('a')],
        [500, time],
      ]).read,
    ).toEqual([]);
  });

  it('comes with time alone once the end has been seen, and says when to look again', () => {
    const seen = play(one(), [
      [0, shows('a')],
      [5, end('a')],
    ]);
    expect(nextDueMs(seen.clock, 5 * SECOND)).toBe(15 * SECOND);
    expect(
      play(seen.clock, [
        [19.9, time],
        [20, time],
        [40, time],
      ]).read,
    ).toEqual([[20, 'a']]);
  });

  it('does not count the time in which the page is hidden', () => {
    const hidden = play(one(), [
      [0, shows('a')],
      [5, end('a')],
      [10, page(false)],
    ]);
    expect(nextDueMs(hidden.clock, 10 * SECOND)).toBeNull();
    expect(
      play(hidden.clock, [
        [100, page(true)],
        [109, time],
        [110, time],
      ]).read,
    ).toEqual([[110, 'a']]);
  });

  it('does not take an end for seen that only a hidden page showed', () => {
    const events = [
      [0, shows('a')],
      [30, page(false)],
      [31, end('a')],
      [32, end('a', false)],
      [33, page(true)],
    ] as const;
    expect(play(one(), events).read).toEqual([]);
  });

  it('adds up several looks, and tells of each section once', () => {
    const two = startClock(
      [
        { id: 'a', neededMs: 10 * SECOND },
        { id: 'b', neededMs: 10 * SECOND },
      ],
      true,
    );
    const { read } = play(two, [
      [0, shows('a')],
      [4, shows('b')],
      [6, shows('a', false)],
      [14, end('b')],
      [20, shows('a')],
      [24, end('a')],
      [30, end('a')],
    ]);
    expect(read).toEqual([
      [14, 'b'],
      [24, 'a'],
    ]);
  });
});
