import { advance, type SeqNumber } from './sequence-number';

/** RFC 7323 §3.2. */
export interface Timestamps {
  readonly value: number;
  readonly echo: number;
}

/** One TCP segment (RFC 9293 §3.1) without what no rule here reads: checksum, urgent pointer, ports (the network keeps those). */
export interface Segment {
  readonly seq: SeqNumber;
  /** Null where the ACK bit is clear. */
  readonly ack: SeqNumber | null;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  readonly psh: boolean;
  /** In octets, as if window scaling had been applied. */
  readonly window: number;
  /** One character stands for one octet. */
  readonly text: string;
  readonly timestamps: Timestamps | null;
  /** The largest segment that the sender of a SYN will take (RFC 9293 §3.7.1); absent = not said. */
  readonly mss?: number;
  /** Which incarnation of the four-tuple wrote it. For the audit of a run only: no rule of the protocol reads it. */
  readonly origin: number;
}

/** SEG.LEN: the octets it occupies in the sequence space, SYN and FIN counted (RFC 9293 §3.4). */
export function segmentLength(segment: Segment): number {
  return segment.text.length + (segment.syn ? 1 : 0) + (segment.fin ? 1 : 0);
}

/** The sequence number after the last one it occupies. */
export function segmentEnd(segment: Segment): SeqNumber {
  return advance(segment.seq, segmentLength(segment));
}

/** Its control bits as books print them: 'SYN, ACK'. */
export function printFlags(segment: Segment): string {
  const flags: string[] = [];
  if (segment.syn) flags.push('SYN');
  if (segment.fin) flags.push('FIN');
  if (segment.rst) flags.push('RST');
  if (segment.psh) flags.push('PSH');
  if (segment.ack !== null) flags.push('ACK');
  return flags.join(', ');
}
