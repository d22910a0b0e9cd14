import { MAX_NESTED_HEADERS } from '../limits';
import type { SkipReason } from '../packet';

/** Where a packet's IP header begins, and what the link's own header tells. */
export interface NetworkPacket {
  readonly version: 4 | 6;
  readonly at: number;
  readonly direction: 'in' | 'out' | null;
  readonly device: number | null;
}

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const VLAN_TAGS: readonly number[] = [0x8100, 0x88a8, 0x9100];

/** Numbers of tcpdump.org/linktypes.html. Raw IP has had three in its time. */
const LINK = {
  null: 0,
  ethernet: 1,
  raw: [12, 14, 101],
  loop: 108,
  cooked: 113,
  ipv4: 228,
  ipv6: 229,
  cooked2: 276,
} as const;
const AF_INET = 2;
/** Each system has its own: Linux, NetBSD, FreeBSD, macOS. */
const AF_INET6: readonly number[] = [10, 24, 28, 30];

/** Finds the IP packet inside a frame. */
export function networkPacketIn(linkType: number, frame: Uint8Array): NetworkPacket | SkipReason {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (linkType === LINK.ethernet) return afterType(view, 12, 14);
  if (linkType === LINK.cooked) return cooked(view, 0, 14, 16, null);
  if (linkType === LINK.cooked2) {
    return view.byteLength < 20 ? 'cut-off' : cooked(view, 10, 0, 20, view.getUint32(4));
  }
  if (linkType === LINK.ipv4) return found(4, 0);
  if (linkType === LINK.ipv6) return found(6, 0);
  if (linkType === LINK.null || linkType === LINK.loop) return afterFamily(view);
  if (LINK.raw.some((raw) => raw === linkType)) return bare(view);
  return 'unsupported-link';
}

function found(version: 4 | 6, at: number): NetworkPacket {
  return { version, at, direction: null, device: null };
}

/** Behind an EtherType, or behind VLAN tags that each bring another one. */
function afterType(view: DataView, typeAt: number, payloadAt: number): NetworkPacket | SkipReason {
  if (view.byteLength < payloadAt) return 'cut-off';
  let type = view.getUint16(typeAt);
  let at = payloadAt;
  for (let tags = 0; VLAN_TAGS.includes(type); tags += 1) {
    if (tags === MAX_NESTED_HEADERS) return 'malformed';
    if (view.byteLength < at + 4) return 'cut-off';
    type = view.getUint16(at + 2);
    at += 4;
  }
  if (type === IPV4) return found(4, at);
  return type === IPV6 ? found(6, at) : 'not-ip';
}

/** Linux's "any" device: the kind of packet says whether this host sent it (4) or it was another's (3). */
function cooked(
  view: DataView,
  kindAt: number,
  typeAt: number,
  payloadAt: number,
  device: number | null,
): NetworkPacket | SkipReason {
  const inside = afterType(view, typeAt, payloadAt);
  if (typeof inside === 'string') return inside;
  // Version 1 has sixteen bits for it, version 2 eight; in both the last octet counts.
  const kind = view.getUint8(payloadAt === 16 ? kindAt + 1 : kindAt);
  return { ...inside, direction: kind === 4 ? 'out' : kind < 3 ? 'in' : null, device };
}

/** BSD's loopback: an address family in the byte order of the capturing machine, or in network order. */
function afterFamily(view: DataView): NetworkPacket | SkipReason {
  if (view.byteLength < 4) return 'cut-off';
  const families = [view.getUint32(0, true), view.getUint32(0, false)];
  if (families.includes(AF_INET)) return found(4, 4);
  return families.some((family) => AF_INET6.includes(family)) ? found(6, 4) : 'not-ip';
}

function bare(view: DataView): NetworkPacket | SkipReason {
  if (view.byteLength < 1) return 'cut-off';
  const version = view.getUint8(0) >> 4;
  return version === 4 || version === 6 ? found(version, 0) : 'not-ip';
}
