import type { CaptureInterface } from '../packet';

/** A packet as the file holds it, whatever is inside. */
export interface PacketRecord {
  readonly number: number;
  readonly atByte: number;
  readonly interface: number;
  readonly linkType: number;
  /** Since 1970, where the file has a time for it. */
  readonly nanoseconds: bigint | null;
  readonly direction: 'in' | 'out' | null;
  /** What was captured. */
  readonly data: Uint8Array;
  /** How long it was on the wire. */
  readonly originalLength: number;
}

/** Reads on demand; the interfaces known so far grow with it. */
export interface RecordSource {
  readonly interfaces: readonly CaptureInterface[];
  readonly records: Iterable<PacketRecord>;
}

export const NANOSECONDS_A_SECOND = 1_000_000_000n;
