import { describe, expect, it } from 'vitest';
import type { Capture } from '../packet';
import { buildPcap, buildPcapng, LINKS, toIpv6 } from '../testing/build-capture';
import { datagramsOf } from '../testing/datagrams';
import { joinOctets } from '../testing/join-octets';
import { KERNEL_TRACES } from '../testing/kernel-traces';
import { BOOK, runAt } from '../testing/runs';
import { framesOf } from '../write/frames';
import { toPcapng } from '../write/to-pcapng';
import { readCapture } from './read-capture';

const RAW = 101;
const DATAGRAMS = datagramsOf('whole-life');

/** What a reader sees of the packets, whatever file they stand in. */
function contents({ packets }: Capture, with_: { addresses: boolean } = { addresses: true }) {
  return packets.map(
    ({
      atMs,
      source,
      destination,
      sourcePort,
      destinationPort,
      seq,
      ack,
      flags,
      window,
      length,
      payload,
      options,
    }) => ({
      ...{ atMs, sourcePort, destinationPort, seq, ack, flags, window, length, options },
      ...(with_.addresses ? { source, destination } : {}),
      text: String.fromCharCode(...payload),
    }),
  );
}

const EXPECTED = contents(readCapture(buildPcap(DATAGRAMS, { littleEndian: true, linkType: RAW })));

describe('our own captures', () => {
  it('come back as the run has them', () => {
    for (const { scenario } of BOOK) {
      const timeline = runAt(1, scenario);
      const frames = framesOf(timeline);
      const { packets, interfaces, skipped } = readCapture(toPcapng(timeline));
      expect(skipped).toEqual([]);
      expect(interfaces.map(({ name }) => name)).toEqual(timeline.scenario.hosts.map(({ id }) => id));
      const firstMs = frames[0]?.atMs ?? 0;
      expect(
        packets.map((one) => [
          interfaces[one.interface]?.name,
          one.direction,
          one.atMs,
          one.seq,
          one.ack,
          one.length,
          one.options.timestamps,
        ]),
      ).toEqual(
        frames.map(({ host, direction, atMs, segment }) => [
          ...[host, direction, atMs - firstMs, segment.seq, segment.ack, segment.length, segment.timestamps],
        ]),
      );
      expect(packets.map(({ payload }) => String.fromCharCode(...payload))).toEqual(
        frames.map(({ segment }) => segment.payload),
      );
    }
  });

  it('begin in the month of RFC 793', () => {
    expect(readCapture(toPcapng(runAt(1, BOOK[0]?.scenario ?? never()))).startedAt).toBe(
      '1981-09-01T00:00:00.000000000Z',
    );
  });
});

describe('captures of a real kernel', () => {
  it.each(KERNEL_TRACES.map((trace) => [trace.name, trace] as const))('%s', (_name, { capture, packets: expected }) => {
    const { packets, total, skipped } = readCapture(capture);
    expect([total, skipped]).toEqual([expected.length, []]);
    expect(
      packets.map(({ source, sourcePort, destinationPort, seq, ack, length }) => [
        source,
        sourcePort,
        destinationPort,
        seq,
        ack,
        length,
      ]),
    ).toEqual(expected.map((one) => [one.from, one.sourcePort, one.destinationPort, one.seq, one.ack, one.length]));
  });
});

describe('formats', () => {
  for (const littleEndian of [true, false]) {
    const layout = { littleEndian, linkType: RAW };
    const order = littleEndian ? 'little-endian' : 'big-endian';
    it(`pcap, ${order}, in microseconds and in nanoseconds`, () => {
      expect(contents(readCapture(buildPcap(DATAGRAMS, layout)))).toEqual(EXPECTED);
      expect(contents(readCapture(buildPcap(DATAGRAMS, layout, true)))).toEqual(EXPECTED);
    });

    it(`pcapng, ${order}, whatever its resolution of time`, () => {
      for (const resolution of [3, 6, 9, 12]) {
        expect(contents(readCapture(buildPcapng(DATAGRAMS, layout, { resolution })))).toEqual(EXPECTED);
      }
      // A thirty-second power of two cannot say 100 ms exactly.
      const { packets, startedAt } = readCapture(buildPcapng(DATAGRAMS, layout, { resolution: 0x80 | 32 }));
      for (const [index, { atMs }] of packets.entries()) expect(atMs).toBeCloseTo(EXPECTED[index]?.atMs ?? -1, 5);
      expect(startedAt).toMatch(/^1981-09-01T00:00:00\.099999999Z$/);
    });

    it(`pcapng, ${order}, with times counted from another moment, and with the old packet block`, () => {
      expect(contents(readCapture(buildPcapng(DATAGRAMS, layout, { offsetSeconds: 300_000_000 })))).toEqual(EXPECTED);
      expect(contents(readCapture(buildPcapng(DATAGRAMS, layout, { packetBlock: 2 })))).toEqual(EXPECTED);
    });

    it(`pcapng, ${order}, with packets that have no time, and says so`, () => {
      const capture = readCapture(buildPcapng(DATAGRAMS, layout, { packetBlock: 3 }));
      expect(contents(capture)).toEqual(EXPECTED.map((one) => ({ ...one, atMs: 0 })));
      expect(capture.packets.every(({ isTimed }) => !isTimed)).toBe(true);
      expect(capture.startedAt).toBeNull();
    });
  }

  it('pcapng of several sections, each in its own byte order', () => {
    const parts = [true, false].map((littleEndian) => buildPcapng(DATAGRAMS, { littleEndian, linkType: RAW }));
    const capture = readCapture(joinOctets(parts));
    expect(contents(capture)).toEqual([...EXPECTED, ...EXPECTED]);
    expect(capture.packets.map((one) => one.interface)).toEqual([...EXPECTED.map(() => 0), ...EXPECTED.map(() => 1)]);
  });

  it('a time that no calendar has', () => {
    const file = buildPcapng(DATAGRAMS, { littleEndian: true, linkType: RAW }, { resolution: 0 });
    // The first packet's, after a section of 28 octets and an interface of 44.
    new DataView(file.buffer).setUint32(28 + 44 + 12, 0xffffffff, true);
    expect(readCapture(file).startedAt).toBeNull();
  });
});

describe('links', () => {
  it.each(Object.entries(LINKS))('%s', (_name, { linkType, header }) => {
    const layout = { littleEndian: true, linkType };
    const over4 = DATAGRAMS.map((frame) => ({ ...frame, data: joinOctets([header(4), frame.data]) }));
    expect(contents(readCapture(buildPcap(over4, layout)))).toEqual(EXPECTED);
    const over6 = DATAGRAMS.map((frame) => ({ ...frame, data: joinOctets([header(6), toIpv6(frame.data)]) }));
    const capture = readCapture(buildPcap(over6, layout));
    expect(contents(capture, { addresses: false })).toEqual(EXPECTED.map(({ source, destination, ...rest }) => rest));
    expect([capture.packets[0]?.source, capture.packets[0]?.destination]).toEqual(['2001:db8::1', '2001:db8::2']);
  });

  it('pad short Ethernet frames, and the padding is no text', () => {
    const ethernet = LINKS.ethernet ?? never();
    const padded = DATAGRAMS.map((frame) => ({
      ...frame,
      data: joinOctets([ethernet.header(4), frame.data, new Uint8Array(20)]),
    }));
    expect(contents(readCapture(buildPcap(padded, { littleEndian: true, linkType: 1 })))).toEqual(EXPECTED);
  });

  it('tell in cooked captures whether the host sent or received', () => {
    const cooked = LINKS['Linux cooked, version 2'] ?? never();
    const [first] = DATAGRAMS;
    const frames = [0, 3, 4].map((kind) => {
      const header = cooked.header(4);
      header[10] = kind;
      return { nanoseconds: 0n, data: joinOctets([header, first?.data ?? never()]) };
    });
    const { packets } = readCapture(buildPcap(frames, { littleEndian: true, linkType: 276 }));
    expect(packets.map(({ direction, device }) => [direction, device])).toEqual([
      ['in', 3],
      [null, 3],
      ['out', 3],
    ]);
  });
});

describe('what is no TCP segment', () => {
  const layout = { littleEndian: true, linkType: RAW };
  const segment = DATAGRAMS.find(({ data }) => data.length > 52 && !isSyn(data))?.data ?? never();
  const reasonOf = (data: Uint8Array, linkType = RAW) =>
    readCapture(buildPcap([{ nanoseconds: 0n, data }], { ...layout, linkType })).skipped.map(({ reason }) => reason);
  const altered = (at: number, value: number) => {
    const copy = segment.slice();
    copy[at] = value;
    return copy;
  };

  it('is counted with its reason', () => {
    expect(reasonOf(segment)).toEqual([]);
    expect(reasonOf(segment, 147)).toEqual(['unsupported-link']);
    expect(reasonOf(joinOctets([new Uint8Array(12), Uint8Array.of(8, 6), new Uint8Array(28)]), 1)).toEqual(['not-ip']);
    expect(reasonOf(altered(9, 17))).toEqual(['not-tcp']);
    expect(reasonOf(altered(6, 0x20))).toEqual(['fragment']);
    expect(reasonOf(altered(7, 0x10))).toEqual(['fragment']);
    expect(reasonOf(altered(0, 0x41))).toEqual(['malformed']);
    expect(reasonOf(altered(2, 0xff))).toEqual(['malformed']);
    expect(reasonOf(altered(32, 0x10))).toEqual(['malformed']);
  });

  it('includes segments of whose header too little was captured; text and options may be missing', () => {
    for (let length = 0; length < segment.length; length += 1) {
      const frame = { nanoseconds: 0n, data: segment.slice(0, length), originalLength: segment.length };
      const { packets, skipped } = readCapture(buildPcap([frame], layout));
      expect(
        skipped.map(({ reason }) => reason),
        `${length} octets`,
      ).toEqual(length < 40 ? ['cut-off'] : []);
      expect(packets.map((one) => [one.length, one.payload.length])).toEqual(
        length < 40 ? [] : [[segment.length - 52, Math.max(0, length - 52)]],
      );
    }
  });

  it('stands behind extension headers of IPv6 that are followed, but not for ever', () => {
    const behind = (extensions: readonly { type: number; octets: number }[]) => reasonOf(toIpv6(segment, extensions));
    const destination = { type: 60, octets: 16 };
    expect(
      behind([
        { type: 0, octets: 8 },
        { type: 43, octets: 24 },
        { type: 44, octets: 8 },
        { type: 51, octets: 24 },
      ]),
    ).toEqual([]);
    expect(behind(Array.from({ length: 8 }, () => destination))).toEqual([]);
    expect(behind(Array.from({ length: 9 }, () => destination))).toEqual(['malformed']);
    expect(behind([{ type: 50, octets: 16 }])).toEqual(['not-tcp']);
  });

  it('is not a segment whose length offloading left out of the IP header', () => {
    const { packets } = readCapture(buildPcap([{ nanoseconds: 0n, data: altered(2, 0).fill(0, 3, 4) }], layout));
    expect(packets.map(({ length }) => length)).toEqual([segment.length - 52]);
  });
});

function isSyn(datagram: Uint8Array): boolean {
  return ((datagram[33] ?? 0) & 2) !== 0;
}

function never(): never {
  throw new Error('missing');
}
