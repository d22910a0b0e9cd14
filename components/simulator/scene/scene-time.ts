import type { Entry, SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import { isShown } from '../model/shown-entry';

/**
 * The moments of a run that a picture has to show, before any of them has a place. Segments that leave or arrive at one
 * moment in one direction would lie on each other: each gets its own slot there, in order of sending.
 */
export interface SceneTime {
  /** First and last moment drawn, and the picture's zero; milliseconds of the run. */
  readonly startMs: number;
  readonly endMs: number;
  readonly originMs: number;
  readonly shortestFlightMs: number;
  readonly longestFlightMs: number;
  /** Ascending, without repetition. */
  readonly moments: readonly number[];
  readonly segments: readonly SegmentRecord[];
  readonly entries: readonly Entry[];
  slotsAt(ms: number): number;
  departureSlot(segment: SegmentRecord): number;
  arrivalSlot(segment: SegmentRecord): number;
  entrySlot(entry: Entry): number;
}

export function sceneTimeOf(timeline: Timeline): SceneTime {
  const { originMs } = timeline.scenario;
  const underWay = timeline.segments.filter((s) => s.sentMs < originMs && s.arrivesMs > originMs && s.fate !== 'lost');
  const startMs = Math.min(originMs, ...underWay.map((segment) => segment.sentMs));
  const segments = timeline.segments.filter((segment) => segment.sentMs >= startMs);
  const entries = timeline.entries.filter((entry) => entry.atMs >= startMs && isShown(entry));
  const flights = segments.map(nominalFlightMs).filter((ms) => ms > 0);
  const oneWayMs = Math.max(timeline.scenario.link.oneWayMs, 0.001);
  const moments = momentsOf(startMs, timeline, segments, entries);
  return {
    startMs,
    endMs: moments.at(-1) ?? startMs,
    originMs,
    shortestFlightMs: flights.length > 0 ? Math.min(...flights) : oneWayMs,
    longestFlightMs: flights.length > 0 ? Math.max(...flights) : oneWayMs,
    moments,
    segments,
    entries,
    ...slotsOf(timeline, segments),
  };
}

/** The same for a picture whose scale must also have other moments, of another run say. */
export function alsoAt(time: SceneTime, moments: readonly number[]): SceneTime {
  if (moments.length === 0) return time;
  return { ...time, moments: [...new Set([...time.moments, ...moments])].sort((a, b) => a - b) };
}

/** One time for two runs: every moment of both, and the scale that suits both. */
export function joinTimes(a: SceneTime, b: SceneTime): SceneTime {
  return {
    ...alsoAt(a, b.moments),
    startMs: Math.min(a.startMs, b.startMs),
    endMs: Math.max(a.endMs, b.endMs),
    shortestFlightMs: Math.min(a.shortestFlightMs, b.shortestFlightMs),
    longestFlightMs: Math.max(a.longestFlightMs, b.longestFlightMs),
    slotsAt: (ms) => Math.max(a.slotsAt(ms), b.slotsAt(ms)),
  };
}

/** How long a segment would have taken had nothing delayed it. */
export function nominalFlightMs(segment: SegmentRecord): number {
  return segment.arrivesMs - segment.sentMs - segment.delayedByMs;
}

/** Drawn level: it takes no time that anybody knows of. */
function isInstant({ sentMs, arrivesMs, copyOf }: SegmentRecord): boolean {
  return sentMs === arrivesMs && copyOf === null;
}

function momentsOf(
  startMs: number,
  timeline: Timeline,
  segments: readonly SegmentRecord[],
  entries: readonly Entry[],
): readonly number[] {
  const all = new Set([startMs]);
  for (const entry of entries) all.add(entry.atMs);
  for (const segment of segments) {
    all.add(segment.sentMs);
    if (segment.fate === 'lost') all.add(segment.sentMs + nominalFlightMs(segment));
    else if (segment.fate === 'delivered' || segment.arrivesMs <= timeline.endMs) all.add(segment.arrivesMs);
  }
  return [...all].sort((a, b) => a - b);
}

function slotsOf(timeline: Timeline, segments: readonly SegmentRecord[]) {
  const departures = new Map<number, number>();
  const arrivals = new Map<number, number>();
  const taken = new Map<string, number>();
  const slots = new Map<number, number>();
  const take = (into: Map<number, number>, segment: SegmentRecord, kind: string, ms: number) => {
    const key = kind === 'at once' ? `${kind} ${ms}` : `${kind} ${ms} ${segment.from} ${segment.to}`;
    const slot = taken.get(key) ?? 0;
    taken.set(key, slot + 1);
    into.set(segment.id, slot);
    slots.set(ms, Math.max(slots.get(ms) ?? 1, slot + 1));
  };
  for (const segment of segments) {
    if (isInstant(segment)) {
      // Both ends stand at one height, and one after the other also where they go opposite ways.
      take(departures, segment, 'at once', segment.sentMs);
      arrivals.set(segment.id, departures.get(segment.id) ?? 0);
      continue;
    }
    if (segment.copyOf === null) take(departures, segment, 'departs', segment.sentMs);
    take(arrivals, segment, 'arrives', segment.arrivesMs);
  }
  const departureSlot = (segment: SegmentRecord) => departures.get(segment.copyOf ?? segment.id) ?? 0;
  const arrivalSlot = (segment: SegmentRecord) => arrivals.get(segment.id) ?? 0;
  return {
    slotsAt: (ms: number) => slots.get(ms) ?? 1,
    departureSlot,
    arrivalSlot,
    entrySlot: (entry: Entry) => {
      const cause = entry.cause.type === 'segment' ? timeline.segments[entry.cause.segment] : undefined;
      const sent = entry.sends.map((id) => departures.get(id) ?? 0);
      return Math.max(0, cause ? arrivalSlot(cause) : 0, ...sent);
    },
  };
}
