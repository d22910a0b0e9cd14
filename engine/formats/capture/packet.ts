/** A capture file, read: its TCP packets in the order of the file, and what was left out. Plain data but for the payloads. */
export interface Capture {
  readonly format: 'pcap' | 'pcapng';
  readonly interfaces: readonly CaptureInterface[];
  readonly packets: readonly CapturedPacket[];
  /** How many packets the file holds, those left out included. */
  readonly total: number;
  readonly skipped: readonly Skipped[];
  /** The moment from which `atMs` counts: that of the file's first packet. ISO 8601 with nanoseconds; null where no calendar has it. */
  readonly startedAt: string | null;
}

export interface CaptureInterface {
  readonly name: string | null;
  /** As registered at tcpdump.org/linktypes.html. */
  readonly linkType: number;
  /** Octets kept of each packet; null = all. */
  readonly snapLength: number | null;
}

export type SkipReason = 'unsupported-link' | 'not-ip' | 'not-tcp' | 'fragment' | 'cut-off' | 'malformed';

/** Packets that are no TCP segment, or of which too little was captured to say. */
export interface Skipped {
  readonly reason: SkipReason;
  readonly count: number;
  /** The first of them, counted as `CapturedPacket.number`. */
  readonly first: number;
}

/** One TCP segment as it passed one interface. */
export interface CapturedPacket {
  /** From 1, in the order of the file, as Wireshark counts. */
  readonly number: number;
  /** Where its record begins in the file. */
  readonly atByte: number;
  /** Index among the capture's interfaces. */
  readonly interface: number;
  /** Which device of the capturing host, where the link type tells (Linux cooked v2). */
  readonly device: number | null;
  readonly atMs: number;
  /** False where the file has no time for it; `atMs` is then that of the packet before. */
  readonly isTimed: boolean;
  /** Whether the capturing host received or sent it, where the file tells. */
  readonly direction: 'in' | 'out' | null;
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Of the IPv4 header. */
  readonly identification: number | null;
  readonly seq: number;
  /** Null where the ACK bit is clear. */
  readonly ack: number | null;
  /** The control bits: `FLAG`. */
  readonly flags: number;
  /** The header's field, without scaling. */
  readonly window: number;
  readonly checksum: number;
  /** Octets of text, by the IP header. */
  readonly length: number;
  /** What was captured of the TCP header, the fixed part at least: a view into the file. */
  readonly header: Uint8Array;
  /** What was captured of the text: a view into the file. */
  readonly payload: Uint8Array;
  readonly options: TcpOptions;
}

/** Options that matter here; null where the segment has none, or what was captured ends before it. */
export interface TcpOptions {
  readonly mss: number | null;
  readonly windowScale: number | null;
  readonly timestamps: { readonly value: number; readonly echo: number } | null;
}

export const FLAG = { fin: 0x01, syn: 0x02, rst: 0x04, psh: 0x08, ack: 0x10 } as const;
