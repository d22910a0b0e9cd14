import type { Ms } from '../tcp/ms';
import type { Segment } from '../tcp/segment';
import { at } from './at';
import type { Host } from './host';
import type { World } from './world';

/** What the link does to a segment by chance. */
export interface Luck {
  readonly isLost: boolean;
  readonly lateMs: Ms;
}

interface Passing {
  readonly segment: Segment;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

const NONE: Luck = { isLost: false, lateMs: 0 };

/**
 * Chance is a function of the seed and of the segment itself: who sends what, and when. So nothing has to be remembered, and a
 * change elsewhere in the run leaves the luck of every other segment as it was.
 */
export function luckOf({ spec, nowMs }: World, from: Host, to: Host, out: Passing): Luck {
  const { loss = 0, reorder } = spec.link;
  if (loss === 0 && reorder === undefined) return NONE;
  const { segment, sourcePort, destinationPort } = out;
  const bits = [segment.syn, segment.fin, segment.rst].reduce((sum, bit) => sum * 2 + Number(bit), 0);
  const said = [sourcePort, destinationPort, segment.seq, segment.ack ?? 0, bits, segment.text.length];
  const drawn = mixed([spec.seed, from.index, to.index, Math.round(nowMs * 1000), ...said]);
  const isLost = at(drawn, 0) < loss;
  const isLate = reorder !== undefined && at(drawn, 1) < reorder.share;
  return { isLost, lateMs: isLate ? reorder.byMs : 0 };
}

/** Two numbers in [0, 1) that look as if they had nothing to do with what they are made from (the finalizer of MurmurHash3). */
function mixed(parts: readonly number[]): readonly [number, number] {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = finalized((hash ^ part ^ Math.floor(part / 0x1_0000_0000)) | 0);
  }
  return [hash / 0x1_0000_0000, finalized(hash + 0x6d2b79f5) / 0x1_0000_0000];
}

function finalized(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
