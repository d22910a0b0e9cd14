import { describe, expect, it } from 'vitest';
import { A, B, capture, HANDSHAKE, type Line, statesOf } from '../testing/written-capture';
import { inferTimeline } from './infer-timeline';

describe('where a capture was made', () => {
  const seen = (lines: readonly (readonly [string, Line])[]) => inferTimeline(capture(lines));
  const [SYN = '', SYN_ACK = '', ACK = ''] = HANDSHAKE;

  it('packets tell that say whether the host sent or received them', () => {
    const timeline = seen([
      [SYN, { direction: 'out' }],
      [SYN_ACK, { direction: 'in' }],
      [ACK, { direction: 'out' }],
    ]);
    expect(timeline.connections.map(({ host, isWatched }) => [host, isWatched])).toEqual([
      [A, true],
      [B, false],
    ]);
  });

  it('two devices that see everything come in and go out are those of a router, not of both ends', () => {
    const timeline = seen([
      [SYN, { direction: 'in', device: 1 }],
      ['1 A>B S 100 - 0', { direction: 'out', device: 2, identification: 1 }],
      [SYN_ACK, { direction: 'in', device: 2 }],
      ['21 B>A S. 500 101 0', { direction: 'out', device: 1, identification: 3 }],
    ]);
    expect(timeline.connections.map(({ isWatched }) => isWatched)).toEqual([false, false]);
    expect([timeline.segments.length, timeline.unused]).toEqual([2, 2]);
  });

  it('two hosts that each say what they sent and got are both ends', () => {
    const timeline = seen([
      [SYN, { direction: 'out', device: 1 }],
      ['9 A>B S 100 - 0', { direction: 'in', device: 2, identification: 1 }],
      ['10 B>A S. 500 101 0', { direction: 'out', device: 2 }],
      [SYN_ACK, { direction: 'in', device: 1, identification: 3 }],
      [ACK, { direction: 'out', device: 1 }],
    ]);
    expect(timeline.segments.map(({ packets, fate }) => [packets, fate])).toEqual([
      [[1, 2], 'delivered'],
      [[3, 4], 'delivered'],
      [[5], 'lost'],
    ]);
    expect(statesOf(timeline)).toEqual(['A1 SYN_SENT ESTABLISHED', 'B1 SYN_RECEIVED']);
  });

  it('a host that talks to itself is both ends at one place', () => {
    const lines: readonly (readonly [string, Line])[] = [
      [SYN, { direction: 'in' }],
      [SYN_ACK, { direction: 'in' }],
    ];
    const one = capture(lines);
    const packets = one.packets.map((packet) => ({ ...packet, source: '127.0.0.1', destination: '127.0.0.1' }));
    expect(inferTimeline({ ...one, packets }).connections.map(({ isWatched }) => isWatched)).toEqual([true, true]);
  });
});
