import { describe, expect, it } from 'vitest';
import { A, B, capture, HANDSHAKE, statesOf } from '../testing/written-capture';
import { inferTimeline } from './infer-timeline';

describe('ends', () => {
  it('that answer with a reset had gone before', () => {
    const lines = [
      ...HANDSHAKE,
      '100 A>B F. 101 501 0',
      '110 B>A . 501 102 0',
      '5000 B>A P. 501 102 4',
      '5001 A>B R 102 - 0',
    ];
    const timeline = inferTimeline(capture(lines), { at: [A] });
    expect(statesOf(timeline)[0]).toBe('A1 SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 (unknown-to-it)');
    expect(timeline.connections[0]?.closed).toEqual({ earliestMs: 100, latestMs: 5001, by: 'unknown-to-it' });
  });

  it('that refuse a SYN never had a connection', () => {
    const timeline = inferTimeline(capture(['0 A>B S 100 - 0', '10 B>A R. 0 101 0']));
    expect(statesOf(timeline)).toEqual(['A1 SYN_SENT (reset-received)']);
    expect(timeline.segments.map(({ connection }) => connection === null)).toEqual([false, true]);
  });

  it('that abort are closed when their reset is seen', () => {
    const timeline = inferTimeline(capture([...HANDSHAKE, '100 A>B R. 101 501 0']));
    expect(statesOf(timeline)).toEqual([
      'A1 SYN_SENT ESTABLISHED (reset-sent)',
      'B1 SYN_RECEIVED ESTABLISHED? (reset-received)',
    ]);
  });

  it('in TIME_WAIT may ignore a reset; what they send later tells', () => {
    const close = ['100 A>B F. 101 501 0', '120 B>A F. 501 102 0', '120 A>B . 102 502 0', '200 B>A R 502 - 0'];
    const at = [A];
    expect(statesOf(inferTimeline(capture([...HANDSHAKE, ...close]), { at }))[0]).toContain(
      'TIME_WAIT (reset-received)',
    );
    const again = ['300 B>A F. 501 102 0', '300 A>B . 102 502 0'];
    expect(statesOf(inferTimeline(capture([...HANDSHAKE, ...close, ...again]), { at }))[0]).toMatch(/TIME_WAIT$/);
  });

  it('whose FIN overtakes their octets are believed only when those are there', () => {
    const lines = [
      ...HANDSHAKE,
      '100 A>B F. 105 501 0',
      '110 B>A . 501 101 0',
      '200 A>B P. 101 501 4',
      '210 B>A . 501 106 0',
    ];
    const { intervals } = inferTimeline(capture(lines), { at: [B] });
    const closeWait = intervals.find(({ host, state }) => host === B && state === 'CLOSE_WAIT');
    expect([closeWait?.fromMs, closeWait?.isCertain]).toEqual([200, true]);
  });

  it('that do what no state allows are said to', () => {
    const { connections } = inferTimeline(
      capture([
        ...HANDSHAKE,
        '100 A>B F. 101 501 0',
        '110 B>A F. 501 102 0',
        '120 A>B . 102 502 0',
        '130 A>B P. 102 502 5',
      ]),
    );
    expect(connections[0]?.unknown).toContain('contradiction');
  });

  it('whose octets the capture missed are said to have a gap', () => {
    const { connections } = inferTimeline(capture([...HANDSHAKE, '100 A>B P. 111 501 5', '110 B>A . 501 116 0']));
    expect(connections.map(({ unknown }) => unknown.includes('gap'))).toEqual([true, false]);
  });
});
