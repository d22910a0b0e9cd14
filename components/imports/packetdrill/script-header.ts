import { datagram } from '@/engine/formats/capture/write/datagram';
import type { TcpOption } from '@/engine/formats/packetdrill/script';
import type { Seen } from '@/engine/formats/packetdrill/tested-host';
import type { SegmentRecord } from '@/engine/simulation/timeline';
import { readWireHeader, type WireHeader } from '../../simulator/model/wire-header';

/** The addresses that packetdrill gives to the host and to the remote end by default. */
const HOST = Uint8Array.of(192, 168, 0, 1);
const SCRIPT = Uint8Array.of(192, 0, 2, 1);
const IP_HEADER = 20;

/** The header of a segment between host and script, with the options that the script writes or has seen. */
export function scriptHeader(segment: SegmentRecord, packet: Seen | undefined): WireHeader {
  const [source, destination] = segment.from === 'script' ? [SCRIPT, HOST] : [HOST, SCRIPT];
  const options = octetsOf(packet?.options ?? []);
  const spec = { segment, source, destination, identification: 0, mss: 0, windowShift: packet?.windowShift ?? 0 };
  return readWireHeader(datagram({ ...spec, options }).subarray(IP_HEADER));
}

const KINDS: Readonly<Record<TcpOption['kind'], number>> = { eol: 0, nop: 1, mss: 2, wscale: 3, sackOK: 4, TS: 8 };

function octetsOf(options: readonly TcpOption[]): Uint8Array {
  const octets = options.flatMap(({ kind, value = 0, echo = 0 }) => {
    const number = KINDS[kind];
    if (kind === 'nop' || kind === 'eol') return [number];
    if (kind === 'sackOK') return [number, 2];
    if (kind === 'wscale') return [number, 3, value & 0xff];
    return kind === 'mss' ? [number, 4, value >> 8, value & 0xff] : [number, 10, ...four(value), ...four(echo)];
  });
  return Uint8Array.from([...octets, ...new Array<number>((4 - (octets.length % 4)) % 4).fill(0)]);
}

function four(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}
