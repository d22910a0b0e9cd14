import { datagramsOf } from '@/engine/formats/capture/write/datagrams-of';
import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';

/** A field of the TCP header: where in the 32 columns of its row it stands and what is in it. */
export interface HeaderField {
  readonly name:
    | 'sourcePort'
    | 'destinationPort'
    | 'seq'
    | 'ack'
    | 'offset'
    | 'reserved'
    | 'flags'
    | 'window'
    | 'checksum'
    | 'urgent';
  readonly bits: number;
  readonly value: number;
}

export interface HeaderOption {
  readonly name: 'mss' | 'windowScale' | 'sackPermitted' | 'timestamps' | 'nop' | 'other';
  readonly octets: number;
  readonly values: readonly number[];
}

/** The header of a segment as it is on the wire (RFC 9293 §3.1), read back from the octets that an exported capture has. */
export interface WireHeader {
  readonly fields: readonly HeaderField[];
  /** In the order of their bits. */
  readonly flags: readonly { readonly name: string; readonly isSet: boolean }[];
  readonly options: readonly HeaderOption[];
  readonly octets: Uint8Array;
}

const FLAG_NAMES = ['CWR', 'ECE', 'URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'] as const;

const IP_HEADER = 20;

export function wireHeader(segment: SegmentRecord, timeline: Timeline): WireHeader {
  return readWireHeader(datagramsOf(timeline)(segment).subarray(IP_HEADER));
}

/** `tcp`: a header, at least its twenty fixed octets; what stands behind it does not matter, and options may be cut off or broken. */
export function readWireHeader(tcp: Uint8Array): WireHeader {
  const view = new DataView(tcp.buffer, tcp.byteOffset, tcp.byteLength);
  const words = view.getUint8(12) >> 4;
  const bits = view.getUint8(13);
  return {
    fields: [
      { name: 'sourcePort', bits: 16, value: view.getUint16(0) },
      { name: 'destinationPort', bits: 16, value: view.getUint16(2) },
      { name: 'seq', bits: 32, value: view.getUint32(4) },
      { name: 'ack', bits: 32, value: view.getUint32(8) },
      { name: 'offset', bits: 4, value: words },
      { name: 'reserved', bits: 4, value: view.getUint8(12) & 0x0f },
      { name: 'flags', bits: 8, value: bits },
      { name: 'window', bits: 16, value: view.getUint16(14) },
      { name: 'checksum', bits: 16, value: view.getUint16(16) },
      { name: 'urgent', bits: 16, value: view.getUint16(18) },
    ],
    flags: FLAG_NAMES.map((name, index) => ({ name, isSet: (bits & (0x80 >> index)) !== 0 })),
    options: optionsOf(view, Math.min(4 * words, tcp.byteLength)),
    octets: tcp.subarray(0, 4 * words),
  };
}

/** RFC 9293 §3.2, RFC 7323 §2 and §3, RFC 2018; stops at the end of the list and at the first that does not fit. */
function optionsOf(view: DataView, end: number): readonly HeaderOption[] {
  const options: HeaderOption[] = [];
  for (let at = 20; at < end; ) {
    const kind = view.getUint8(at);
    if (kind === 0) break;
    const octets = kind === 1 ? 1 : at + 1 < end ? view.getUint8(at + 1) : 0;
    if (octets === 0 || at + octets > end || (kind !== 1 && octets < 2)) break;
    options.push(kind === 1 ? { name: 'nop', octets, values: [] } : optionAt(view, at, kind, octets));
    at += octets;
  }
  return options;
}

function optionAt(view: DataView, at: number, kind: number, octets: number): HeaderOption {
  if (kind === 2 && octets === 4) return { name: 'mss', octets, values: [view.getUint16(at + 2)] };
  if (kind === 3 && octets === 3) return { name: 'windowScale', octets, values: [view.getUint8(at + 2)] };
  if (kind === 4 && octets === 2) return { name: 'sackPermitted', octets, values: [] };
  if (kind === 8 && octets === 10)
    return { name: 'timestamps', octets, values: [view.getUint32(at + 2), view.getUint32(at + 6)] };
  return { name: 'other', octets, values: [kind] };
}
