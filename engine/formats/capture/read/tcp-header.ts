import type { CapturedPacket, SkipReason, TcpOptions } from '../packet';
import { FLAG } from '../packet';
import type { Datagram } from './internet';

type TcpFields = Pick<
  CapturedPacket,
  | 'sourcePort'
  | 'destinationPort'
  | 'seq'
  | 'ack'
  | 'flags'
  | 'window'
  | 'checksum'
  | 'length'
  | 'header'
  | 'payload'
  | 'options'
>;

const LEAST = 20;
const END_OF_OPTIONS = 0;
const NO_OPERATION = 1;
const MSS = 2;
const WINDOW_SCALE = 3;
const TIMESTAMPS = 8;

/** RFC 9293 §3.1. The fixed header must have been captured; options and text may be cut off. */
export function readTcp(frame: Uint8Array, view: DataView, { tcpAt, tcpLength }: Datagram): TcpFields | SkipReason {
  if (tcpLength < LEAST) return 'malformed';
  if (frame.length < tcpAt + LEAST) return 'cut-off';
  const headerLength = (view.getUint8(tcpAt + 12) >> 4) * 4;
  if (headerLength < LEAST || headerLength > tcpLength) return 'malformed';
  const flags = view.getUint16(tcpAt + 12) & 0x0fff;
  const textAt = Math.min(tcpAt + headerLength, frame.length);
  return {
    sourcePort: view.getUint16(tcpAt),
    destinationPort: view.getUint16(tcpAt + 2),
    seq: view.getUint32(tcpAt + 4),
    ack: (flags & FLAG.ack) === 0 ? null : view.getUint32(tcpAt + 8),
    flags,
    window: view.getUint16(tcpAt + 14),
    checksum: view.getUint16(tcpAt + 16),
    length: tcpLength - headerLength,
    header: frame.subarray(tcpAt, textAt),
    payload: frame.subarray(textAt, Math.min(tcpAt + tcpLength, frame.length)),
    options: optionsIn(view, tcpAt + LEAST, textAt),
  };
}

/** Stops at the first option that does not fit: what was read before it stands. */
function optionsIn(view: DataView, start: number, end: number): TcpOptions {
  let mss: number | null = null;
  let windowScale: number | null = null;
  let timestamps: TcpOptions['timestamps'] = null;
  for (let at = start; at < end; ) {
    const kind = view.getUint8(at);
    if (kind === END_OF_OPTIONS) break;
    if (kind === NO_OPERATION) {
      at += 1;
      continue;
    }
    const length = at + 1 < end ? view.getUint8(at + 1) : 0;
    if (length < 2 || at + length > end) break;
    if (kind === MSS && length === 4) mss = view.getUint16(at + 2);
    if (kind === WINDOW_SCALE && length === 3) windowScale = view.getUint8(at + 2);
    if (kind === TIMESTAMPS && length === 10)
      timestamps = { value: view.getUint32(at + 2), echo: view.getUint32(at + 6) };
    at += length;
  }
  return { mss, windowScale, timestamps };
}
