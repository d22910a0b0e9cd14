import { describe, expect, it } from 'vitest';
import { readCapture } from '../read/read-capture';
import { KERNEL_TRACES } from '../testing/kernel-traces';
import { B, capture, HANDSHAKE, type Line, statesOf } from '../testing/written-capture';
import { inferTimeline } from './infer-timeline';

describe('a connection that was open before the capture began', () => {
  const OPEN = ['0 A>B P. 101 501 10', '10 B>A . 501 111 0'];

  it('has no initial number, no beginning, and several states that fit', () => {
    const timeline = inferTimeline(capture(OPEN));
    expect(timeline.connections.map(({ isn, opened, opening, unknown }) => [isn, opened, opening, unknown])).toEqual([
      [null, null, null, ['start', 'receptions', 'sendings', 'end']],
      [null, null, null, ['start', 'receptions', 'sendings', 'end']],
    ]);
    expect(timeline.segments.map(({ relativeSeq, relativeAck }) => [relativeSeq, relativeAck])).toEqual([
      [1, 1],
      [1, 11],
    ]);
    expect(statesOf(timeline)).toEqual(['A1 ESTABLISHED?', 'B1 ESTABLISHED?']);
    expect(timeline.intervals[1]?.alternatives).toEqual(
      expect.arrayContaining(['FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING', 'TIME_WAIT', 'CLOSE_WAIT', 'LAST_ACK']),
    );
  });

  it('is followed through its close, though the first FIN seen need not be the first one sent', () => {
    const close = ['20 A>B F. 111 501 0', '30 B>A . 501 112 0', '40 B>A F. 501 112 0', '50 A>B . 112 502 0'];
    const timeline = inferTimeline(capture([...OPEN, ...close]));
    expect(statesOf(timeline)).toEqual([
      'A1 ESTABLISHED? FIN_WAIT_1? FIN_WAIT_2? TIME_WAIT?',
      'B1 ESTABLISHED? CLOSE_WAIT? LAST_ACK? (last-ack)',
    ]);
  });

  it('may begin behind its SYN', () => {
    const timeline = inferTimeline(capture(HANDSHAKE.slice(1)));
    expect(statesOf(timeline)).toEqual(['B1 SYN_RECEIVED ESTABLISHED?', 'A1 SYN_SENT ESTABLISHED']);
  });
});

describe('segments', () => {
  it('sent again are counted, and so is what was seen as a part of a larger one', () => {
    const data = ['30 A>B P. 101 501 10', '40 A>B P. 101 501 10', '50 A>B P. 105 501 3', '60 A>B P. 111 501 5'];
    const { segments } = inferTimeline(capture([...HANDSHAKE, ...data]));
    expect(segments.slice(3).map(({ transmission, copyOf }) => [transmission, copyOf])).toEqual([
      [1, null],
      [2, null],
      [2, null],
      [1, null],
    ]);
  });

  it('that fill a hole are seen for the first time', () => {
    const data = ['30 A>B P. 111 501 10', '31 A>B P. 101 501 10'];
    const { segments } = inferTimeline(capture([...HANDSHAKE, ...data]));
    expect(segments.slice(3).map(({ transmission }) => transmission)).toEqual([1, 1]);
  });

  it('that are the same datagram again are copies, not retransmissions', () => {
    const line = ['30 A>B P. 101 501 10', { identification: 77 }] as const;
    const { segments } = inferTimeline(capture([...HANDSHAKE, line, ['35 A>B P. 101 501 10', { identification: 77 }]]));
    expect(segments.slice(3).map(({ transmission, copyOf }) => [transmission, copyOf])).toEqual([
      [1, null],
      [1, 3],
    ]);
  });

  it('repeat an acknowledgment', () => {
    const { segments } = inferTimeline(
      capture([...HANDSHAKE, '30 B>A . 501 101 0', '40 B>A . 501 101 0', ['50 B>A . 501 101 0', { window: 9 }]]),
    );
    expect(segments.slice(3).map(({ isDuplicateAck }) => isDuplicateAck)).toEqual([true, true, false]);
  });

  it('have windows in octets once both SYNs say how they are scaled', () => {
    const scaled: readonly (string | readonly [string, Line])[] = [
      ['0 A>B S 100 - 0', { windowScale: 7 }],
      ['20 B>A S. 500 101 0', { windowScale: 2 }],
      '20 A>B . 101 501 0',
    ];
    const windows = (lines: typeof scaled) =>
      inferTimeline(capture(lines)).segments.map((one) => [one.window, one.isWindowScaleKnown]);
    expect(windows(scaled)).toEqual([
      [1000, true],
      [1000, true],
      [128_000, true],
    ]);
    expect(windows(HANDSHAKE)).toEqual([
      [1000, true],
      [1000, true],
      [1000, true],
    ]);
    expect(windows(scaled.slice(2))).toEqual([[1000, false]]);
  });

  it('keep their places when sequence numbers wrap', () => {
    const wrapping = [
      '0 A>B S 4294967290 - 0',
      '20 B>A S. 500 4294967291 0',
      '20 A>B P. 4294967291 501 10',
      '30 A>B P. 5 501 10',
    ];
    const { segments } = inferTimeline(capture(wrapping));
    expect(segments.map(({ relativeSeq }) => relativeSeq)).toEqual([0, 0, 1, 11]);
  });

  it('count as lost only where the receiver was watched', () => {
    const fates = (at: readonly string[]) =>
      inferTimeline(capture([...HANDSHAKE, '30 A>B P. 101 501 10']), { at }).segments.map(({ fate }) => fate);
    expect(fates([])).toEqual(['delivered', 'delivered', 'unknown', 'unknown']);
    expect(fates([B])).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
  });
});

describe('incarnations', () => {
  const CLOSED = [...HANDSHAKE, '100 A>B F. 101 501 0', '120 B>A F. 501 102 0', '120 A>B . 102 502 0'];

  it('begin with a SYN of another number', () => {
    const next = ['200 A>B S 9000 - 0', '220 B>A S. 8000 9001 0', '220 A>B . 9001 8001 0'];
    const { connections, segments } = inferTimeline(capture([...CLOSED, ...next]));
    expect(connections.map(({ incarnation, isn }) => [incarnation, isn])).toEqual([
      [1, 100],
      [1, 500],
      [2, 9000],
      [2, 8000],
    ]);
    expect(segments.slice(6).map(({ incarnation, relativeSeq }) => [incarnation, relativeSeq])).toEqual([
      [2, 0],
      [2, 0],
      [2, 1],
    ]);
  });

  it('keep what speaks for the old one: a challenge ACK, and the reset that answers it', () => {
    const next = [
      '200 A>B S 9000 - 0',
      '210 B>A . 502 102 0',
      '211 A>B R 102 - 0',
      '300 A>B S 9000 - 0',
      '320 B>A S. 8000 9001 0',
    ];
    const timeline = inferTimeline(capture([...CLOSED.slice(0, -1), ...next]));
    expect(timeline.segments.slice(5).map(({ incarnation }) => incarnation)).toEqual([2, 1, 1, 2, 2]);
    expect(statesOf(timeline)).toEqual([
      'A1 SYN_SENT ESTABLISHED FIN_WAIT_1 TIME_WAIT? (replaced)',
      'B1 SYN_RECEIVED ESTABLISHED? CLOSE_WAIT? LAST_ACK (reset-received)',
      'A2 SYN_SENT ESTABLISHED?',
      'B2 SYN_RECEIVED',
    ]);
  });

  it('are not certain where numbers fit an older one as well', () => {
    const next = ['200 A>B S 101 - 0', '220 B>A S. 499 102 0', '220 A>B . 102 500 0'];
    const { segments } = inferTimeline(capture([...CLOSED, ...next]));
    expect(segments.map(({ isIncarnationCertain }) => isIncarnationCertain)).toEqual([
      ...[true, true, true, true, true, true],
      ...[true, true, false],
    ]);
  });

  it('may choose the same number again, as the answer tells', () => {
    const next = ['200 A>B S 100 - 0', '220 B>A S. 8000 101 0'];
    expect(
      inferTimeline(capture([...CLOSED, ...next]))
        .segments.slice(6)
        .map(({ incarnation }) => incarnation),
    ).toEqual([2, 2]);
    const late = ['200 A>B S 100 - 0', '220 B>A . 502 102 0'];
    expect(
      inferTimeline(capture([...CLOSED, ...late]))
        .segments.slice(6)
        .map(({ incarnation }) => incarnation),
    ).toEqual([1, 1]);
  });
});

describe('a capture that is cut anywhere', () => {
  it('tells, of what is left, nothing that contradicts the whole', () => {
    for (const { name, capture: file } of KERNEL_TRACES) {
      const whole = readCapture(file);
      for (let first = 1; first < whole.packets.length; first += 1) {
        const rest = inferTimeline({ ...whole, packets: whole.packets.slice(first) });
        expect(rest.segments, name).toHaveLength(whole.packets.length - first);
        expect(
          rest.connections.flatMap(({ unknown }) => unknown),
          `${name} from packet ${first}`,
        ).not.toContain('contradiction');
      }
    }
  });
});
