import type { TcpState } from '../tcp/state';
import type { ConnectionId, Timeline } from './timeline';

/** What a view shows at one moment of a run. */
export interface Frame {
  /** Milliseconds of the run, as everywhere in a timeline (the picture's zero is `scenario.originMs`). */
  readonly atMs: number;
  /** The last entry at or before this moment; null before the first. */
  readonly entry: number | null;
  /** One for each lane of the timeline, in the same order. */
  readonly lanes: readonly LaneFrame[];
  /** Segments sent by now that have not arrived or died yet, with the share of their way that they have gone, 0 … 1. */
  readonly inFlight: readonly { readonly segment: number; readonly progress: number }[];
  /** Timers that run now, by index, with the share that has passed. */
  readonly timers: readonly { readonly timer: number; readonly progress: number }[];
}

export interface LaneFrame {
  readonly lane: string;
  /** Of the lane's newest connection that lives; without one LISTEN while its socket listens, else CLOSED. */
  readonly state: TcpState;
  readonly connection: ConnectionId | null;
}

/** The frame of a moment, in milliseconds of the run. */
export function frameAt(timeline: Timeline, ms: number): Frame {
  const count = countUntil(timeline.entries, ms, ({ atMs }) => atMs);
  return {
    atMs: ms,
    entry: count === 0 ? null : count - 1,
    lanes: timeline.lanes.map(({ id }) => laneAt(timeline, id, ms, count)),
    inFlight: timeline.segments
      .slice(
        0,
        countUntil(timeline.segments, ms, ({ sentMs }) => sentMs),
      )
      .filter(({ arrivesMs }) => arrivesMs > ms)
      .map(({ id, sentMs, arrivesMs }) => ({ segment: id, progress: share(sentMs, arrivesMs - sentMs, ms) })),
    timers: timeline.timers.flatMap(({ fromMs, toMs, durationMs }, timer) =>
      fromMs <= ms && (toMs === null || ms < toMs) ? [{ timer, progress: share(fromMs, durationMs, ms) }] : [],
    ),
  };
}

function laneAt(timeline: Timeline, lane: string, ms: number, count: number): LaneFrame {
  const current = timeline.intervals.findLast(
    (one) => one.lane === lane && one.fromMs <= ms && (one.toMs === null || ms < one.toMs),
  );
  if (current !== undefined) return { lane, state: current.state, connection: current.connection };
  for (let index = count - 1; index >= 0; index--) {
    const entry = timeline.entries[index];
    if (entry?.lane !== lane || entry.connection !== null || entry.cause.type !== 'call') continue;
    return { lane, state: entry.after === 'LISTEN' ? 'LISTEN' : 'CLOSED', connection: null };
  }
  return { lane, state: 'CLOSED', connection: null };
}

function share(fromMs: number, durationMs: number, ms: number): number {
  return durationMs === 0 ? 1 : Math.min(1, (ms - fromMs) / durationMs);
}

/** How many items of a list in order of time lie at or before a moment: binary search. */
function countUntil<T>(list: readonly T[], ms: number, timeOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && timeOf(item) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
