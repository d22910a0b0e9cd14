import type { Frame } from '../write/frames';

/** What the run itself knows of a frame that passes an interface, whatever its numbers look like. */
export interface Truth {
  /** Octets, a SYN or a FIN that do not lie beyond all that this interface has seen of this connection: retransmitted, copied or late. */
  readonly repeats: boolean;
  /** An acknowledgment that says what the segment before it, in this direction of this connection, said. */
  readonly repeatsAck: boolean;
  /** The same ports have been seen here with other initial numbers too: another incarnation, or one opened twice. Numbers alone do not tell them apart. */
  readonly isMixed: boolean;
}

const BOTH_DIRECTIONS = 2;

interface Direction {
  top: number;
  ack: number | null;
  window: number;
}

/** The truth on every frame of one interface, from the run's own names for its connections. */
export function truthsOf(frames: readonly Frame[]): Truth[] {
  const directions = new Map<string, Direction>();
  const numberings = new Map<string, Set<string>>();
  return frames.map(({ segment }) => {
    const { from, to, sourcePort, destinationPort, incarnation, seq, relativeSeq, length, flags, ack, window } =
      segment;
    const ends = [`${from}:${sourcePort}`, `${to}:${destinationPort}`];
    const tuple = [...ends].sort().join(' ');
    const connection = `${ends.join(' ')} #${incarnation}, numbered from ${(seq - relativeSeq) >>> 0}`;
    const seen = numberings.get(tuple) ?? new Set();
    if (segment.kind !== 'rst') numberings.set(tuple, seen.add(connection));
    const before = directions.get(connection);
    const occupies =
      segment.kind === 'rst' ? 0 : length + Number(flags.includes('SYN')) + Number(flags.includes('FIN'));
    const repeats = occupies > 0 && before !== undefined && relativeSeq < before.top;
    const repeatsAck =
      segment.kind === 'ack' &&
      before !== undefined &&
      relativeSeq === before.top &&
      ack === before.ack &&
      window === before.window;
    const top = Math.max(before?.top ?? relativeSeq, relativeSeq + occupies);
    directions.set(connection, { top, ack, window });
    return { repeats, repeatsAck, isMixed: seen.size > BOTH_DIRECTIONS };
  });
}
