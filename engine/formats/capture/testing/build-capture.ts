import { OctetWriter } from '../write/octet-writer';
import { joinOctets } from './join-octets';

/** A frame for a capture file that a test lays out by hand. */
export interface TestFrame {
  readonly nanoseconds: bigint;
  readonly data: Uint8Array;
  /** On the wire; as captured where absent. */
  readonly originalLength?: number;
}

export interface Layout {
  readonly littleEndian: boolean;
  readonly linkType: number;
}

export function buildPcap(
  frames: readonly TestFrame[],
  { littleEndian, linkType }: Layout,
  isNano = false,
): Uint8Array {
  const file = new OctetWriter(littleEndian)
    .u32(isNano ? 0xa1b23c4d : 0xa1b2c3d4)
    .u16(2)
    .u16(4)
    .u32(0)
    .u32(0);
  file.u32(262_144).u32(linkType);
  for (const { nanoseconds, data, originalLength } of frames) {
    const rest = Number(nanoseconds % 1_000_000_000n);
    file.u32(Number(nanoseconds / 1_000_000_000n)).u32(isNano ? rest : Math.floor(rest / 1000));
    file
      .u32(data.length)
      .u32(originalLength ?? data.length)
      .bytes(data);
  }
  return file.finish();
}

/** `resolution` as in `if_tsresol`. `offsetSeconds` is given back by `if_tsoffset`. */
export function buildPcapng(
  frames: readonly TestFrame[],
  { littleEndian, linkType }: Layout,
  { resolution = 6, offsetSeconds = 0, packetBlock = 6 as 2 | 3 | 6 } = {},
): Uint8Array {
  const writer = () => new OctetWriter(littleEndian);
  const block = (type: number, body: OctetWriter) => {
    const length = body.length + 12;
    return writer().u32(type).u32(length).bytes(body.finish()).u32(length).finish();
  };
  const section = writer().u32(0x1a2b3c4d).u16(1).u16(0).u32(0xffffffff).u32(0xffffffff);
  const description = writer().u16(linkType).u16(0).u32(0);
  description.u16(9).u16(1).u8(resolution).pad(4);
  const offset = writer()
    .u32(littleEndian ? offsetSeconds : 0)
    .u32(littleEndian ? 0 : offsetSeconds);
  description.u16(14).u16(8).bytes(offset.finish()).u32(0);
  const perSecond = resolution < 0x80 ? 10n ** BigInt(resolution) : 2n ** BigInt(resolution & 0x7f);
  const packets = frames.map(({ nanoseconds, data, originalLength = data.length }) => {
    const ticks = ((nanoseconds - BigInt(offsetSeconds) * 1_000_000_000n) * perSecond) / 1_000_000_000n;
    const time = writer()
      .u32(Number(ticks >> 32n))
      .u32(Number(ticks & 0xffffffffn))
      .finish();
    const lengths = writer().u32(data.length).u32(originalLength).finish();
    const body = writer();
    if (packetBlock === 3) body.u32(originalLength).bytes(data).pad(4);
    else body.u32(0).bytes(time).bytes(lengths).bytes(data).pad(4);
    return block(packetBlock, body);
  });
  return joinOctets([block(0x0a0d0d0a, section), block(1, description), ...packets]);
}

/** The links under an IP packet: LINKTYPE, and what stands before the packet. */
export const LINKS: Readonly<
  Record<string, { readonly linkType: number; readonly header: (version: 4 | 6) => Uint8Array }>
> = {
  ethernet: { linkType: 1, header: (version) => join(zeros(12), etherType(version)) },
  'ethernet with a VLAN tag': {
    linkType: 1,
    header: (version) => join(zeros(12), [0x81, 0, 0, 7], etherType(version)),
  },
  'ethernet with two': {
    linkType: 1,
    header: (version) => join(zeros(12), [0x88, 0xa8, 0, 7], [0x81, 0, 0, 8], etherType(version)),
  },
  'raw IP': { linkType: 101, header: () => zeros(0) },
  'raw IP of BSD': { linkType: 12, header: () => zeros(0) },
  'Linux cooked': { linkType: 113, header: (version) => join([0, 4, 0, 1, 0, 6], zeros(8), etherType(version)) },
  'Linux cooked, version 2': {
    linkType: 276,
    header: (version) => join(etherType(version), [0, 0, 0, 0, 0, 3, 0, 1, 4, 6], zeros(8)),
  },
  'BSD loopback': { linkType: 0, header: (version) => Uint8Array.of(version === 4 ? 2 : 30, 0, 0, 0) },
  'OpenBSD loopback': { linkType: 108, header: (version) => Uint8Array.of(0, 0, 0, version === 4 ? 2 : 24) },
};

function etherType(version: 4 | 6): Uint8Array {
  return version === 4 ? Uint8Array.of(0x08, 0x00) : Uint8Array.of(0x86, 0xdd);
}

function zeros(count: number): Uint8Array {
  return new Uint8Array(count);
}

function join(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  return joinOctets(parts.map((part) => Uint8Array.from(part)));
}

/** An IPv4 datagram turned into IPv6, with what extension headers a test wants. The TCP checksum is not made anew: no reader here looks at it. */
export function toIpv6(
  datagram: Uint8Array,
  extensions: readonly { readonly type: number; readonly octets: number }[] = [],
): Uint8Array {
  const tcp = datagram.subarray(20);
  const headers = extensions.map(({ type, octets }, index) => {
    const next = extensions[index + 1]?.type ?? 6;
    const isFragment = type === 44;
    const units = type === 51 ? octets / 4 - 2 : isFragment ? 0 : octets / 8 - 1;
    return join([next, units], zeros(octets - 2));
  });
  const body = joinOctets([...headers, tcp]);
  const address = (last: number) => join([0x20, 0x01, 0x0d, 0xb8], zeros(11), [last]);
  const fixed = new OctetWriter(false)
    .u32(0x60000000)
    .u16(body.length)
    .u8(extensions[0]?.type ?? 6)
    .u8(64);
  return joinOctets([fixed.bytes(address(1)).bytes(address(2)).finish(), body]);
}
