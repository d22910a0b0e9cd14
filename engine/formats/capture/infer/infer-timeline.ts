import type { Capture } from '../packet';
import { Acknowledged } from './acknowledged';
import { captureSegments } from './capture-segments';
import type { CaptureConnection, CaptureInterval, CaptureSegment, CaptureTimeline } from './capture-timeline';
import { type Conversation, conversationsIn, type Side } from './conversation';
import type { EndView } from './end-events';
import { endOfConnection } from './end-of-connection';
import { type Numbered, number } from './numbered';
import { passingsOf } from './passing';
import { vantageOf } from './vantage';

export interface InferenceOptions {
  /** Addresses of the hosts on which the capture was made, where its packets do not say it themselves (as those of `tcpdump` do not). */
  readonly at?: readonly string[];
}

interface Inferred {
  readonly segments: readonly Omit<CaptureSegment, 'id'>[];
  readonly connections: readonly CaptureConnection[];
  readonly intervals: readonly CaptureInterval[];
  readonly unused: number;
}

/**
 * The connections that a capture shows: their segments with relative numbers, retransmissions and duplicates, and the states of both ends
 * over time as far as they can be inferred from outside. Total: any capture gives a timeline. Work grows with the number of packets.
 */
export function inferTimeline(capture: Capture, { at = [] }: InferenceOptions = {}): CaptureTimeline {
  const watched = new Set(at);
  const segments: CaptureSegment[] = [];
  const connections: CaptureConnection[] = [];
  const intervals: CaptureInterval[] = [];
  let unused = 0;
  for (const conversation of conversationsIn(capture)) {
    const inferred = inferConversation(conversation, watched);
    const base = segments.length;
    const shift = (id: number | null) => (id === null ? null : id + base);
    for (const one of inferred.segments) segments.push({ ...one, id: segments.length, copyOf: shift(one.copyOf) });
    for (const one of inferred.connections) connections.push(one);
    for (const one of inferred.intervals) intervals.push({ ...one, enteredBy: shift(one.enteredBy) });
    unused += inferred.unused;
  }
  const endMs = capture.packets.reduce((latest, { atMs }) => Math.max(latest, atMs), 0);
  const nothing = { entries: null, deliveries: null, timers: null };
  return { startedAt: capture.startedAt, endMs, connections, segments, intervals, unused, ...nothing };
}

function inferConversation(conversation: Conversation, at: ReadonlySet<string>): Inferred {
  const vantage = vantageOf(conversation, at);
  const passings = passingsOf(conversation, vantage);
  const { incarnations, numbered } = number(passings);
  const acknowledged = new Acknowledged(numbered);
  const doubtful = new Set(numbered.filter((one) => acknowledged.isDoubtful(one)));
  const [first, second] = conversation.ends;
  // A socket that is connected to itself is one end, not two.
  const sides: readonly Side[] = first.host === second.host && first.port === second.port ? [0] : [0, 1];
  const byIncarnation = new Map<number, (readonly [number, Numbered])[]>();
  numbered.forEach((one, id) => {
    const known = byIncarnation.get(one.incarnation.number) ?? [];
    if (known.length === 0) byIncarnation.set(one.incarnation.number, known);
    known.push([id, one]);
  });
  const found = incarnations.all.flatMap((incarnation) =>
    sides.flatMap((side) => {
      const segments = byIncarnation.get(incarnation.number) ?? [];
      const next = byIncarnation.get(incarnation.number + 1) ?? [];
      const isWatched = vantage.watched[side];
      const view = { side, incarnation, isWatched, segments, doubtful, replaced: replacedAt(next, side) };
      return endOfConnection(view, conversation.ends) ?? [];
    }),
  );
  const used = passings.reduce((sum, { packets }) => sum + packets.length, 0);
  return {
    segments: captureSegments(
      conversation,
      vantage,
      numbered,
      acknowledged,
      new Set(found.map(({ connection }) => connection.id)),
    ),
    connections: found.map(({ connection }) => connection),
    intervals: found.flatMap(({ intervals }) => intervals),
    unused: conversation.packets.length - used,
  };
}

/** An end has left a connection by the time that it sends a SYN, or answers one, of the next. */
function replacedAt(next: readonly (readonly [number, Numbered])[], side: Side): EndView['replaced'] {
  const first = next.find(([, one]) => one.side === side && one.isSyn && one.passing.copyOf === null);
  if (first === undefined) return null;
  const [segment, { passing }] = first;
  return { atMs: passing.sentMs ?? passing.seenMs, segment };
}
