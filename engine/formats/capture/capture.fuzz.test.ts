import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaptureError } from './capture-error';
import { inferTimeline } from './infer/infer-timeline';
import { type Capture, type CapturedPacket, FLAG } from './packet';
import { readCapture } from './read/read-capture';
import { buildPcap, buildPcapng, LINKS, toIpv6 } from './testing/build-capture';
import { datagramsOf } from './testing/datagrams';
import { joinOctets } from './testing/join-octets';
import { KERNEL_TRACES } from './testing/kernel-traces';
import { BOOK, runAt } from './testing/runs';
import { toPcapng } from './write/to-pcapng';

/** Real captures, our own, and one of each link: what a mutation begins with. */
const SEEDS: readonly Uint8Array[] = [
  ...KERNEL_TRACES.map(({ capture }) => capture),
  ...BOOK.map(({ scenario }) => toPcapng(runAt(1, scenario))),
  ...Object.values(LINKS).flatMap(({ linkType, header }) =>
    [true, false].flatMap((littleEndian) => {
      const frames = datagramsOf('last-ack-lost').map((frame, index) => {
        const ip =
          index % 2 === 0
            ? frame.data
            : toIpv6(frame.data, [
                { type: 0, octets: 8 },
                { type: 44, octets: 8 },
              ]);
        return { ...frame, data: joinOctets([header(index % 2 === 0 ? 4 : 6), ip]) };
      });
      const layout = { littleEndian, linkType };
      return [
        buildPcap(frames, layout),
        buildPcapng(frames, layout, { resolution: 9 }),
        buildPcapng(frames, layout, { packetBlock: 3 }),
      ];
    }),
  ),
];

/** Reads, infers, and lets nothing through but the reader's own error. */
function digest(file: Uint8Array): 'read' | 'refused' {
  try {
    const capture = readCapture(file);
    expect(capture.packets.length).toBeLessThanOrEqual(file.length / 16);
    checkTimeline(capture);
    return 'read';
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    expect(error.atByte).toBeGreaterThanOrEqual(0);
    expect(error.atByte).toBeLessThanOrEqual(file.length);
    expect(error.message.length).toBeLessThan(400);
    return 'refused';
  }
}

/** Whatever the packets are, the timeline is whole: every packet is in it once, everything refers to something that is there. */
function checkTimeline(capture: Capture): void {
  const { connections, segments, intervals, unused } = inferTimeline(capture);
  const seen = segments.flatMap(({ packets }) => packets);
  expect([new Set(seen).size, seen.length + unused]).toEqual([seen.length, capture.packets.length]);
  const ids = new Set(connections.map(({ id }) => id));
  expect(ids.size).toBe(connections.length);
  const wrong = intervals.filter(({ connection, enteredBy, fromMs, toMs }) => {
    const refers = ids.has(connection) && (enteredBy === null || segments[enteredBy] !== undefined);
    return !refers || !Number.isFinite(fromMs) || (toMs !== null && toMs < fromMs);
  });
  expect(wrong).toEqual([]);
}

const octet = fc.integer({ min: 0, max: 255 });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(4000), value: octet }),
  fc.record({
    kind: fc.constant('word' as const),
    at: fc.nat(4000),
    value: fc.constantFrom(0, 1, 7, 0x7fffffff, 0xffffffff, 262_144),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(4000), value: fc.nat(200) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.nat(4000), value: octet }),
  fc.record({ kind: fc.constant('again' as const), at: fc.nat(4000), value: fc.nat(400) }),
);

function mutate(
  file: Uint8Array,
  { kind, at, value }: { readonly kind: string; readonly at: number; readonly value: number },
): Uint8Array {
  const place = file.length === 0 ? 0 : at % file.length;
  const copy = file.slice();
  if (kind === 'set') copy[place] = value;
  if (kind === 'word' && place + 4 <= copy.length) new DataView(copy.buffer).setUint32(place, value, true);
  if (kind === 'cut') return joinOctets([file.subarray(0, place), file.subarray(place + value)]);
  if (kind === 'end') return file.slice(0, place);
  if (kind === 'again') return joinOctets([file.subarray(0, place + value), file.subarray(place)]);
  return copy;
}

describe('any file', () => {
  it('that began as a capture is read or refused', () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), fc.array(mutation, { minLength: 1, maxLength: 4 }), (seed, mutations) => {
        const outcome = digest(mutations.reduce(mutate, seed));
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
      { numRuns: 800, seed: 168 },
    );
    // Both happen often, so both are tested.
    expect(outcomes.get('read') ?? 0).toBeGreaterThan(80);
    expect(outcomes.get('refused') ?? 0).toBeGreaterThan(80);
  }, 60_000);

  it('cut at every place is read or refused', () => {
    for (const seed of SEEDS.slice(0, 14).filter((_, index) => index % 3 === 0)) {
      for (let length = 0; length < seed.length; length += length < 200 ? 1 : 7) digest(seed.subarray(0, length));
    }
  }, 60_000);

  it('of octets without any sense is read or refused', () => {
    const start = fc.constantFrom(
      '',
      'd4c3b2a1',
      'a1b2c3d4',
      '4d3cb2a1',
      'a1b23c4d',
      '0a0d0d0a',
      '0a0d0d0a1c0000004d3c2b1a01000000',
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 600 }), (hex, octets) => {
        digest(joinOctets([Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)), octets]));
      }),
      { numRuns: 600, seed: 168 },
    );
  }, 60_000);
});

describe('any packets', () => {
  const number32 = fc.oneof(fc.nat(20), fc.integer({ min: 0xfffffff0, max: 0xffffffff }), fc.nat(0xffffffff));
  const anyPacket = fc.record({
    isBack: fc.boolean(),
    flags: fc.constantFrom(0x02, 0x12, 0x10, 0x11, 0x18, 0x04, 0x14, 0x00, 0x01, 0x3f),
    seq: number32,
    ack: number32,
    length: fc.constantFrom(0, 0, 1, 5, 1460),
    atMs: fc.oneof(fc.nat(50), fc.constant(-3)),
    direction: fc.constantFrom(null, 'in' as const, 'out' as const),
    interface: fc.nat(2),
    identification: fc.constantFrom(null, 0, 1, 2),
    window: fc.constantFrom(0, 100, 65_535),
    windowScale: fc.constantFrom(null, 0, 14, 255),
    isSelf: fc.boolean(),
  });

  it('give a whole timeline', () => {
    fc.assert(
      fc.property(fc.array(anyPacket, { maxLength: 40 }), (some) =>
        checkTimeline(captureOf(some.map((one, index) => packet(index, one)))),
      ),
      { numRuns: 600, seed: 168 },
    );
  }, 60_000);

  // Of the kinds that give most to remember and to look back at. Four times the packets take four times the work, not sixteen times.
  it.each([
    ['a SYN with another number each', (index: number) => ({ flags: 0x02, seq: (index * 7919) >>> 0 })],
    ['the same SYN over and over', () => ({ flags: 0x02, seq: 1 })],
    [
      'resets and what they might answer',
      (index: number) => ({ flags: index % 2 === 0 ? 0x10 : 0x04, seq: 5, ack: 5, isBack: index % 2 === 0 }),
    ],
    [
      'octets with a hole before each',
      (index: number) => ({ flags: 0x10, seq: (index * 20) >>> 0, ack: 1, length: 5 }),
    ],
    [
      'one datagram at two interfaces',
      (index: number) => ({
        flags: 0x10,
        seq: 1,
        ack: 1,
        interface: index % 2,
        direction: index % 2 === 0 ? ('out' as const) : ('in' as const),
      }),
    ],
    [
      'FINs of both ends that contradict each other',
      (index: number) => ({ flags: 0x11, seq: index % 3, ack: index % 5, isBack: index % 2 === 0 }),
    ],
  ])(
    'many of them, %s, take work in proportion',
    (_name, fields) => {
      const few = workFor(1_000, fields);
      expect(workFor(4_000, fields) / few).toBeLessThan(10);
    },
    60_000,
  );
});

/** Processor time, the lesser of two, in microseconds. */
function workFor(count: number, fields: (index: number) => Fields): number {
  const packets = Array.from({ length: count }, (_, index) => packet(index, { atMs: index, ...fields(index) }));
  const times = [1, 2].map(() => {
    const before = process.cpuUsage();
    expect(inferTimeline(captureOf(packets)).segments.length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

function captureOf(packets: readonly CapturedPacket[]): Capture {
  return { format: 'pcap', interfaces: [], packets, total: packets.length, skipped: [], startedAt: null };
}

interface Fields extends Partial<Omit<CapturedPacket, 'ack'>> {
  readonly ack?: number;
  readonly isBack?: boolean;
  readonly isSelf?: boolean;
  readonly windowScale?: number | null;
}

function packet(
  index: number,
  { isBack = false, isSelf = false, windowScale = null, ack = 0, ...fields }: Fields,
): CapturedPacket {
  const ends = [
    { address: '192.0.2.1', port: 4000 },
    { address: isSelf ? '192.0.2.1' : '192.0.2.2', port: isSelf ? 4000 : 80 },
  ] as const;
  const [from, to] = isBack ? [ends[1], ends[0]] : ends;
  const flags = fields.flags ?? 0;
  return {
    ...{ number: index + 1, atByte: 0, interface: 0, device: null, atMs: index, isTimed: true, direction: null },
    ...{ source: from.address, sourcePort: from.port, destination: to.address, destinationPort: to.port },
    header: new Uint8Array(0),
    ...{ identification: null, seq: 0, flags, window: 1000, checksum: 0, length: 0, payload: new Uint8Array(0) },
    options: { mss: null, windowScale, timestamps: null },
    ...fields,
    ack: (flags & FLAG.ack) === 0 ? null : ack,
  };
}
