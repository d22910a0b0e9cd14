import { MAX_NESTED_HEADERS } from '../limits';
import type { SkipReason } from '../packet';

/** A TCP segment inside an IP packet. */
export interface Datagram {
  readonly source: string;
  readonly destination: string;
  readonly identification: number | null;
  readonly tcpAt: number;
  /** Octets from there, by the IP header: padding of the link is left out, and what the capture cut off is counted. */
  readonly tcpLength: number;
}

const TCP = 6;
const EXTENSION = { hopByHop: 0, routing: 43, fragment: 44, authentication: 51, destination: 60 } as const;

/** RFC 791 §3.1. `originalLength` is the frame's on the wire: offloading leaves the header's own length 0. */
export function readIpv4(frame: DataView, at: number, originalLength: number): Datagram | SkipReason {
  if (frame.byteLength < at + 20) return 'cut-off';
  const headerLength = (frame.getUint8(at) & 0x0f) * 4;
  const totalLength = frame.getUint16(at + 2) || originalLength - at;
  if (frame.getUint8(at) >> 4 !== 4 || headerLength < 20 || totalLength < headerLength) return 'malformed';
  if (totalLength > originalLength - at) return 'malformed';
  const isFragment = (frame.getUint16(at + 6) & 0x3fff) !== 0;
  if (isFragment) return 'fragment';
  if (frame.getUint8(at + 9) !== TCP) return 'not-tcp';
  return {
    source: ipv4Address(frame, at + 12),
    destination: ipv4Address(frame, at + 16),
    identification: frame.getUint16(at + 4),
    tcpAt: at + headerLength,
    tcpLength: totalLength - headerLength,
  };
}

/** RFC 8200 §3, and the extension headers that may stand before TCP. */
export function readIpv6(frame: DataView, at: number, originalLength: number): Datagram | SkipReason {
  if (frame.byteLength < at + 40) return 'cut-off';
  if (frame.getUint8(at) >> 4 !== 6) return 'malformed';
  const end = at + 40 + (frame.getUint16(at + 4) || originalLength - at - 40);
  if (end > originalLength) return 'malformed';
  const inside = behindExtensions(frame, at + 40, frame.getUint8(at + 6));
  if (typeof inside === 'string') return inside;
  if (inside > end) return 'malformed';
  return {
    source: ipv6Address(frame, at + 8),
    destination: ipv6Address(frame, at + 24),
    identification: null,
    tcpAt: inside,
    tcpLength: end - inside,
  };
}

function behindExtensions(frame: DataView, start: number, firstHeader: number): number | SkipReason {
  let at = start;
  let header = firstHeader;
  for (let passed = 0; header !== TCP; passed += 1) {
    if (!Object.values(EXTENSION).some((one) => one === header)) return 'not-tcp';
    if (passed === MAX_NESTED_HEADERS) return 'malformed';
    if (frame.byteLength < at + 8) return 'cut-off';
    // Neither an offset nor more fragments: a whole packet that merely carries the header (RFC 6946).
    if (header === EXTENSION.fragment && (frame.getUint16(at + 2) & 0xfff9) !== 0) return 'fragment';
    const units = frame.getUint8(at + 1);
    const length =
      header === EXTENSION.fragment ? 8 : header === EXTENSION.authentication ? (units + 2) * 4 : (units + 1) * 8;
    header = frame.getUint8(at);
    at += length;
  }
  return at;
}

function ipv4Address(frame: DataView, at: number): string {
  return `${frame.getUint8(at)}.${frame.getUint8(at + 1)}.${frame.getUint8(at + 2)}.${frame.getUint8(at + 3)}`;
}

/** As RFC 5952 wants it written: the longest run of zeros as '::', no leading zeros, small letters. */
function ipv6Address(frame: DataView, at: number): string {
  const groups = Array.from({ length: 8 }, (_, index) => frame.getUint16(at + 2 * index));
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
  }
  const hex = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':');
  if (best.start < 0) return hex(groups);
  return `${hex(groups.slice(0, best.start))}::${hex(groups.slice(best.start + best.length))}`;
}
