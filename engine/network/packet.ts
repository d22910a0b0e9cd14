import type { Segment } from '../tcp/segment';

/** A segment on its way. */
export interface Packet {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** What the observer calls it. */
  readonly id: number;
}
