import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import { nominalFlightMs } from '../scene/scene-time';

/**
 * The run as it was known at a moment: nothing later is in it, and what is under way has no fate yet. A figure that is
 * held for a prediction is drawn from this, so that its markup cannot tell what comes.
 */
export function cutTimeline(timeline: Timeline, untilMs: number): Timeline {
  const known = (ms: number) => ms <= untilMs;
  const pending = (ms: number | null) => (ms !== null && known(ms) ? ms : null);
  const segments = timeline.segments
    .filter((segment) => known(segment.sentMs))
    .filter((segment) => segment.copyOf === null || known(segment.arrivesMs))
    .map((segment) => (known(segment.arrivesMs) ? segment : underWay(segment, timeline)));
  const sent = new Set(segments.map((segment) => segment.id));
  return {
    ...timeline,
    scenario: { ...timeline.scenario, faults: [], endMs: untilMs },
    connections: timeline.connections
      .filter((connection) => known(connection.openedMs))
      .map((connection) => ({
        ...connection,
        socket: isKnown(connection.socket, timeline, untilMs) ? connection.socket : null,
        closedMs: pending(connection.closedMs),
      })),
    segments,
    entries: timeline.entries
      .filter((entry) => known(entry.atMs))
      .map((entry) => ({ ...entry, sends: entry.sends.filter((id) => sent.has(id)) })),
    intervals: timeline.intervals
      .filter((interval) => known(interval.fromMs))
      .map((interval) => {
        const toMs = pending(interval.toMs);
        return { ...interval, toMs, leftIn: toMs === null ? null : interval.leftIn };
      }),
    timers: timeline.timers
      .filter((timer) => known(timer.fromMs))
      .map((timer) => {
        const toMs = pending(timer.toMs);
        return toMs === null ? { ...timer, toMs, end: 'pending' as const } : timer;
      }),
    deliveries: timeline.deliveries.filter((delivery) => known(delivery.atMs)),
    unmatchedFaults: [],
    endMs: untilMs,
    endedBy: 'time',
  };
}

function underWay(segment: SegmentRecord, timeline: Timeline): SegmentRecord {
  return {
    ...segment,
    toLane: laneWhenSent(segment, timeline),
    arrivesMs: segment.sentMs + nominalFlightMs(segment),
    delayedByMs: 0,
    fate: 'in flight',
    processedIn: null,
    reception: null,
  };
}

/** Which lifeline it is bound for, as far as that could be known when it was sent: which connection takes it is still open. */
function laneWhenSent(
  { to, from, sourcePort, destinationPort, sentMs, toLane }: SegmentRecord,
  timeline: Timeline,
): string {
  const peers = timeline.connections.filter(
    (each) =>
      each.host === to &&
      each.remoteHost === from &&
      each.localPort === destinationPort &&
      each.remotePort === sourcePort &&
      each.openedMs <= sentMs,
  );
  return peers.at(-1)?.lane ?? timeline.lanes.find((lane) => lane.host === to)?.id ?? toLane;
}

/** Whether a socket has been heard of: by a call of its own, or as what accept() returned. */
function isKnown(socket: string | null, { entries }: Timeline, untilMs: number): boolean {
  return entries.some(({ atMs, cause }) => {
    if (atMs > untilMs || !(cause.type === 'call' || cause.type === 'return')) return false;
    return cause.socket === socket || (cause.type === 'return' && cause.result === socket);
  });
}
