import type { SegmentRecord, Timeline } from '../../../simulation/timeline';

/** A segment as it passes the interface of one host. */
export interface Frame {
  readonly host: string;
  readonly atMs: number;
  readonly direction: 'in' | 'out';
  readonly segment: SegmentRecord;
}

interface Placed extends Frame {
  /** The entry of the timeline in which it was sent or processed: their order is the order of events. */
  readonly entry: number;
}

/**
 * What the hosts' interfaces see, in order of time; what happens at one moment stays in the order of the run, so that an answer never
 * stands before what it answers. A host sees what it sends whether or not it gets lost, and what arrives; a copy that
 * the network made is seen where it arrives only, and what was still under way at the end of the run where it was sent only.
 */
export function framesOf({ segments }: Pick<Timeline, 'segments'>, host?: string): Frame[] {
  const placed: Placed[] = [];
  for (const segment of segments) {
    const { from, to, sentMs, arrivesMs, sentIn, processedIn } = segment;
    if (segment.copyOf === null && isWanted(from, host)) {
      placed.push({ host: from, atMs: sentMs, direction: 'out', segment, entry: sentIn });
    }
    if (segment.fate === 'delivered' && processedIn !== null && isWanted(to, host)) {
      placed.push({ host: to, atMs: arrivesMs, direction: 'in', segment, entry: processedIn });
    }
  }
  return placed.sort(inOrder);
}

function isWanted(one: string, host: string | undefined): boolean {
  return host === undefined || one === host;
}

function inOrder(a: Placed, b: Placed): number {
  return (
    a.atMs - b.atMs ||
    a.entry - b.entry ||
    Number(a.direction === 'out') - Number(b.direction === 'out') ||
    a.segment.id - b.segment.id
  );
}
