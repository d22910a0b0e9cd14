import type { SegmentRecord } from '../../../simulation/timeline';
import { checksum } from './checksum';
import { OctetWriter } from './octet-writer';
import { windowField } from './window-scale';

export interface DatagramSpec {
  readonly segment: SegmentRecord;
  readonly source: Uint8Array;
  readonly destination: Uint8Array;
  /** Identification of the IPv4 header; a copy that the network made bears that of its original. */
  readonly identification: number;
  /** What the sender says in its SYN. */
  readonly mss: number;
  /** Null where the option is not in use. */
  readonly windowShift: number | null;
  /** Options in place of those that follow from all of this. */
  readonly options?: Uint8Array;
}

const FLAG_BITS: Readonly<Record<string, number>> = { FIN: 0x01, SYN: 0x02, RST: 0x04, PSH: 0x08, ACK: 0x10 };
const TCP = 6;
const TIME_TO_LIVE = 64;
const DO_NOT_FRAGMENT = 0x4000;

/** The segment as an IPv4 datagram (RFC 791 §3.1, RFC 9293 §3.1), both checksums right. */
export function datagram(spec: DatagramSpec): Uint8Array {
  const segment = tcpOctets(spec);
  const header = new OctetWriter(false)
    .u8(0x45)
    .u8(0)
    .u16(20 + segment.length)
    .u16(spec.identification)
    .u16(DO_NOT_FRAGMENT)
    .u8(TIME_TO_LIVE)
    .u8(TCP)
    .u16(0)
    .bytes(spec.source)
    .bytes(spec.destination);
  header.putU16(10, checksum(header.finish()));
  return header.bytes(segment).finish();
}

function tcpOctets(spec: DatagramSpec): Uint8Array {
  const { segment, source, destination } = spec;
  const isSyn = segment.flags.includes('SYN');
  const options = spec.options ?? tcpOptions(spec, isSyn);
  const flags = segment.flags.split(', ').reduce((bits, flag) => bits | (FLAG_BITS[flag] ?? 0), 0);
  const out = new OctetWriter(false)
    .u16(segment.sourcePort)
    .u16(segment.destinationPort)
    .u32(segment.seq)
    .u32(segment.ack ?? 0)
    .u8(((20 + options.length) / 4) << 4)
    .u8(flags)
    .u16(windowField(segment.window, isSyn, spec.windowShift ?? 0))
    .u16(0)
    .u16(0)
    .bytes(options)
    .bytes(octetsOf(segment.payload));
  const pseudoHeader = new OctetWriter(false).bytes(source).bytes(destination).u8(0).u8(TCP).u16(out.length).finish();
  out.putU16(16, checksum(pseudoHeader, out.finish()));
  return out.finish();
}

/** MSS and window scale on a SYN, timestamps wherever the run has them; laid out as RFC 7323 appendix A advises. */
function tcpOptions({ segment, mss, windowShift }: DatagramSpec, isSyn: boolean): Uint8Array {
  const out = new OctetWriter(false);
  if (isSyn) out.u8(2).u8(4).u16(mss);
  if (isSyn && windowShift !== null) out.u8(1).u8(3).u8(3).u8(windowShift);
  if (segment.timestamps !== null) {
    out.u8(1).u8(1).u8(8).u8(10).u32(segment.timestamps.value).u32(segment.timestamps.echo);
  }
  return out.finish();
}

/** One character stands for one octet; one that no octet can hold becomes '?'. */
function octetsOf(payload: string): Uint8Array {
  const octets = new Uint8Array(payload.length);
  for (let at = 0; at < payload.length; at += 1) {
    const code = payload.charCodeAt(at);
    octets[at] = code <= 0xff ? code : 0x3f;
  }
  return octets;
}
