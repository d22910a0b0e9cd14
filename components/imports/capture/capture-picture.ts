import type {
  CaptureConnection,
  CaptureInterval,
  CaptureSegment,
  CaptureTimeline,
} from '@/engine/formats/capture/infer/capture-timeline';
import type { HostSpec } from '@/engine/simulation/scenario';
import type { ConnectionRecord, Entry, SegmentRecord, StateInterval, Timeline } from '@/engine/simulation/timeline';
import type { TcpState } from '@/engine/tcp/state';
import { ENGINE_VERSION } from '@/engine/version';
import { type DrawnTimes, drawnTimes } from './drawn-times';
import { type End, endId, endsOf, receiverOf, senderOf } from './ends';

/** A part of a conversation as it is drawn, and what the capture says of each thing in it. */
export interface CapturePicture {
  /** In the shape of a run: numbers relative, times where they are drawn. It has no calls and no rules, since no capture has any. */
  readonly timeline: Timeline;
  readonly ends: readonly [left: End, right: End];
  /** By segment of the picture. */
  readonly facts: readonly CaptureSegment[];
  /** By interval of the picture. */
  readonly states: readonly CaptureInterval[];
  readonly connections: readonly CaptureConnection[];
  /** Index of its first segment among all of the conversation, and how many there are. */
  readonly from: number;
  readonly all: number;
}

/** `from` and `count`: which segments are drawn. */
export function capturePicture(capture: CaptureTimeline, from: number, count: number): CapturePicture {
  const ends = endsOf(capture);
  const times = drawnTimes(capture);
  const { entries, sentIn, takenIn } = entriesOf(capture, times);
  const intervals = intervalsOf(capture, entries, sentIn, takenIn);
  fillStates(entries, intervals);
  const picked = capture.segments.slice(from, from + count);
  const shownTimes = picked.map(({ id }) => times[id]);
  const originMs = Math.min(...shownTimes.map((one) => one?.sentMs ?? Infinity));
  const endMs = Math.max(...shownTimes.map((one) => one?.arrivesMs ?? -Infinity));
  const isIn = (id: number) => id >= from && id < from + count;
  const shown = entries.filter(({ about }) => isIn(about));
  const place = new Map(shown.map(({ entry }, index) => [entry.id, index]));
  const rename = (id: number | null) => (id === null ? null : (place.get(id) ?? null));
  const kept = intervals.flatMap((interval, index) => {
    const isOver = interval.toMs !== null && interval.toMs <= originMs && from > 0;
    return isOver || interval.fromMs > endMs ? [] : [{ interval, state: capture.intervals[index] }];
  });
  const timeline: Timeline = {
    engineVersion: ENGINE_VERSION,
    scenario: {
      ...{ version: 1, name: 'capture', profile: 'rfc9293', sockets: [], faults: [], seed: 1, originMs, endMs },
      hosts: ends.map((end, index) => hostOf(end, index, capture)),
      link: { oneWayMs: scaleOf(shownTimes) },
      timers: { mslMs: null, timeWaitMs: null },
    },
    lanes: ends.map(({ id }) => ({ id, host: id, index: 0, count: 1 })),
    connections: connectionsOf(capture, intervals),
    segments: picked.map((segment, index) =>
      segmentOf(segment, index, from, times, {
        sentIn: rename(sentIn.get(segment.id) ?? null) ?? 0,
        processedIn: rename(takenIn.get(segment.id) ?? null),
        isWatched: isWatched(receiverOf(segment), capture),
      }),
    ),
    entries: shown.map(({ entry, about }, index) => ({
      ...entry,
      id: index,
      cause: entry.cause.type === 'segment' ? { type: 'segment', segment: about - from } : entry.cause,
      sends: entry.sends.map((id) => id - from),
    })),
    intervals: kept.map(({ interval }) => ({
      ...interval,
      enteredIn: rename(interval.enteredIn) ?? -1,
      leftIn: rename(interval.leftIn),
    })),
    ...{ timers: [], deliveries: [], unmatchedFaults: [], endMs, endedBy: 'idle' },
  };
  return {
    ...{ timeline, ends, from, facts: picked, connections: capture.connections, all: capture.segments.length },
    states: kept.flatMap(({ state }) => state ?? []),
  };
}

interface Placed {
  entry: Omit<Entry, 'before' | 'after'> & { before: TcpState; after: TcpState };
  /** The segment that it is about. */
  readonly about: number;
}

/** Each segment leaves one end and, as far as is known, arrives at the other: what is known to happen there. */
function entriesOf(capture: CaptureTimeline, times: readonly DrawnTimes[]) {
  const moments = capture.segments.flatMap((segment) => {
    const { sentMs = 0, arrivesMs = 0 } = times[segment.id] ?? {};
    const leaving = { segment, atMs: sentMs, isSent: true };
    const isLost = segment.fate === 'lost' || (segment.fate === 'unknown' && isWatched(receiverOf(segment), capture));
    return [
      ...(segment.copyOf === null ? [leaving] : []),
      ...(isLost ? [] : [{ segment, atMs: arrivesMs, isSent: false }]),
    ];
  });
  moments.sort((a, b) => a.atMs - b.atMs || a.segment.id - b.segment.id || Number(b.isSent) - Number(a.isSent));
  const sentIn = new Map<number, number>();
  const takenIn = new Map<number, number>();
  const entries = moments.map(({ segment, atMs, isSent }, id): Placed => {
    (isSent ? sentIn : takenIn).set(segment.id, id);
    const host = isSent ? senderOf(segment) : receiverOf(segment);
    const connection = capture.connections.find(
      (one) => one.incarnation === segment.incarnation && endId(one.host, one.localPort) === host,
    );
    const bare = { id, atMs, host, lane: host, rules: [], deliveries: [], before: 'CLOSED', after: 'CLOSED' } as const;
    return {
      about: segment.id,
      entry: {
        ...bare,
        connection: connection?.id ?? null,
        cause: isSent ? { type: 'outside', line: null } : { type: 'segment', segment: segment.id },
        sends: isSent ? [segment.id] : [],
      },
    };
  });
  return { entries, sentIn, takenIn };
}

/** States begin where the segment is drawn by which they were entered, and end where the next one begins. */
function intervalsOf(
  capture: CaptureTimeline,
  entries: readonly Placed[],
  sentIn: ReadonlyMap<number, number>,
  takenIn: ReadonlyMap<number, number>,
): StateInterval[] {
  const hosts = new Map(capture.connections.map((one) => [one.id, endId(one.host, one.localPort)]));
  const entryOf = (segment: number | null, host: string) => {
    const one = segment === null ? undefined : capture.segments[segment];
    if (one === undefined) return undefined;
    return (senderOf(one) === host ? sentIn : takenIn).get(one.id);
  };
  const drawn = capture.intervals.map((interval): StateInterval => {
    const host = hosts.get(interval.connection) ?? '';
    const entered = entryOf(interval.enteredBy, host);
    const fromMs = (entered === undefined ? undefined : entries[entered]?.entry.atMs) ?? interval.fromMs;
    const isUnsure = !interval.isCertain;
    const { connection, state, toMs } = interval;
    return { connection, host, lane: host, state, fromMs, toMs, enteredIn: entered ?? -1, leftIn: null, isUnsure };
  });
  return drawn.map((interval, index) => {
    const next = drawn[index + 1];
    if (next !== undefined && next.connection === interval.connection)
      return { ...interval, toMs: Math.max(interval.fromMs, next.fromMs), leftIn: next.enteredIn };
    if (interval.toMs === null) return interval;
    const left = leavingEntry(interval, interval.toMs, capture, entries);
    return { ...interval, toMs: Math.max(interval.fromMs, left?.atMs ?? interval.toMs), leftIn: left?.id ?? null };
  });
}

/** Where an end is told to be gone: the entry at that end of the segment that passed at the moment in question. */
function leavingEntry({ host }: StateInterval, ms: number, capture: CaptureTimeline, entries: readonly Placed[]) {
  const found = entries.find(({ entry, about }) => {
    const segment = capture.segments[about];
    if (entry.host !== host || segment === undefined) return false;
    return [segment.sent.latestMs, segment.arrives?.earliestMs, segment.arrives?.latestMs].includes(ms);
  });
  return found?.entry;
}

/** What each end was in before and after each thing that happened there. */
function fillStates(entries: readonly Placed[], intervals: readonly StateInterval[]): void {
  const now = new Map<string, TcpState>();
  for (const { connection, state, enteredIn } of intervals) {
    if (enteredIn < 0 && !now.has(connection)) now.set(connection, state);
  }
  const entered = new Map<number, StateInterval[]>();
  const left = new Map<number, StateInterval[]>();
  for (const one of intervals) {
    if (one.enteredIn >= 0) entered.set(one.enteredIn, [...(entered.get(one.enteredIn) ?? []), one]);
    if (one.leftIn !== null) left.set(one.leftIn, [...(left.get(one.leftIn) ?? []), one]);
  }
  for (const { entry } of entries) {
    const { connection, id } = entry;
    if (connection === null) continue;
    entry.before = now.get(connection) ?? 'CLOSED';
    for (const one of left.get(id) ?? []) now.set(one.connection, 'CLOSED');
    for (const one of entered.get(id) ?? []) now.set(one.connection, one.state);
    entry.after = now.get(connection) ?? 'CLOSED';
  }
}

interface Links {
  readonly sentIn: number;
  readonly processedIn: number | null;
  readonly isWatched: boolean;
}

/** A payload is shown, not read: this much of it is enough. */
const MOST_PAYLOAD = 24;

function segmentOf(
  segment: CaptureSegment,
  id: number,
  first: number,
  times: readonly DrawnTimes[],
  { sentIn, processedIn, isWatched }: Links,
): SegmentRecord {
  const { sentMs = 0, arrivesMs = 0 } = times[segment.id] ?? {};
  const { sourcePort, destinationPort, incarnation, kind, flags, length, window, timestamps, transmission } = segment;
  const copied = segment.copyOf !== null && segment.copyOf >= first ? segment.copyOf - first : null;
  const fate = segment.fate === 'unknown' ? (isWatched ? 'in flight' : 'delivered') : segment.fate;
  return {
    ...{ id, sourcePort, destinationPort, incarnation, kind, flags, length, window, timestamps, transmission },
    ...{ sentMs, arrivesMs, fate, sentIn, processedIn, copyOf: copied },
    from: senderOf(segment),
    to: receiverOf(segment),
    fromLane: senderOf(segment),
    toLane: receiverOf(segment),
    connection: segment.connection,
    seq: segment.relativeSeq,
    ack: segment.relativeAck,
    relativeSeq: segment.relativeSeq,
    payload: segment.payload.slice(0, MOST_PAYLOAD),
    ...{ delayedByMs: 0, isChallengeAck: false, rule: null, reception: null },
  };
}

function connectionsOf(capture: CaptureTimeline, intervals: readonly StateInterval[]): ConnectionRecord[] {
  return capture.connections.map((one): ConnectionRecord => {
    const own = intervals.filter(({ connection }) => connection === one.id);
    const host = endId(one.host, one.localPort);
    const { id, localPort, remotePort, incarnation } = one;
    return {
      ...{ id, host, lane: host, socket: null, localPort, remotePort, incarnation },
      remoteHost: endId(one.remoteHost, remotePort),
      isn: one.isn ?? 0,
      openedMs: own[0]?.fromMs ?? 0,
      closedMs: own.at(-1)?.toMs ?? null,
    };
  });
}

const LONGEST_ADDRESS = 15;

function hostOf({ id, address }: End, index: number, { connections }: CaptureTimeline): HostSpec {
  const opening = connections.find((one) => endId(one.host, one.localPort) === id)?.opening;
  const isTold = connections.some((one) => one.opening === 'active' || one.opening === 'passive');
  const role = !isTold || opening === 'simultaneous' ? 'peer' : index === 0 ? 'client' : 'server';
  return { id, role, address: address.length > LONGEST_ADDRESS ? `…${address.slice(1 - LONGEST_ADDRESS)}` : address };
}

function isWatched(end: string, { connections }: CaptureTimeline): boolean {
  return connections.some((one) => one.isWatched && endId(one.host, one.localPort) === end);
}

/** What is drawn as long as a flight where no flight is known: half the usual time between two segments. */
function scaleOf(times: readonly (DrawnTimes | undefined)[]): number {
  const sent = times.map((one) => one?.sentMs ?? 0).sort((a, b) => a - b);
  const gaps = sent.slice(1).map((ms, index) => ms - (sent[index] ?? 0));
  const usual = gaps.filter((ms) => ms > 0).sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 2;
  return Math.max(0.001, usual / 2);
}
