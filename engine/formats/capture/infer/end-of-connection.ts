import type { TcpState } from '../../../tcp/state';
import type { CaptureConnection, CaptureInterval, ClosedBy, Moment, Unknown } from './capture-timeline';
import { type End, other } from './conversation';
import type { EndEvent } from './end-event';
import { type EndView, endEvents } from './end-events';
import { likeliestPath, type StatePath } from './likeliest-path';
import { bitOf, OPEN_STATES, statesIn } from './states';

/** What one end of one connection went through; null where it never showed itself. */
export function endOfConnection(
  view: EndView,
  ends: readonly [End, End],
): { readonly connection: CaptureConnection; readonly intervals: readonly CaptureInterval[] } | null {
  const { side, incarnation, isWatched } = view;
  const isStartKnown = incarnation.opener[side] !== null || incarnation.opener[other(side)] === 'syn';
  const events = endEvents(view);
  const path = likeliestPath(initialStates(view), events);
  const id = connectionId(ends, side, incarnation.number);
  const { host, port } = ends[side];
  const remote = ends[other(side)];
  const track = incarnation.tracks[side];
  const intervals = intervalsOf(path, events, id, host);
  if (intervals.length === 0) return null;
  const last = intervals.at(-1);
  const connection: CaptureConnection = {
    id,
    host,
    localPort: port,
    remoteHost: remote.host,
    remotePort: remote.port,
    incarnation: incarnation.number,
    isn: track?.isOriginKnown === true ? track.origin : null,
    opening: openingOf(view),
    isWatched,
    opened: isStartKnown ? (intervals[0]?.from ?? null) : null,
    closed: last?.to == null ? null : { ...last.to, by: closedBy(events, path) },
    unknown: unknownsOf(view, { isStartKnown, hasEnded: last?.to != null, hasContradiction: path.hasContradiction }),
  };
  return { connection, intervals };
}

/** A SYN-ACK without its SYN was answered by an end that had sent one, or by one that knew nothing of it. */
function initialStates({ side, incarnation: { opener } }: EndView): readonly TcpState[] {
  if (opener[side] !== null || opener[other(side)] === 'syn') return ['CLOSED'];
  return opener[other(side)] === 'syn-ack' ? ['CLOSED', 'SYN_SENT'] : OPEN_STATES;
}

/** As a run names them: an end, its peer, and which connection of the two it is. */
export function connectionId(ends: readonly [End, End], side: 0 | 1, incarnation: number): string {
  const [here, there] = [ends[side], ends[other(side)]];
  return `${here.host}:${here.port}-${there.host}:${there.port}#${incarnation}`;
}

function openingOf({ side, incarnation: { opener } }: EndView): CaptureConnection['opening'] {
  const [own, peers] = [opener[side], opener[other(side)]];
  if (own === 'syn') return peers === 'syn' ? 'simultaneous' : 'active';
  return own === 'syn-ack' || (own === null && peers === 'syn') ? 'passive' : null;
}

/** How many events forward or back a bound is looked for; beyond, there is none to tell. It keeps the work in proportion. */
const LOOKS = 1000;

interface Ending {
  readonly isStartKnown: boolean;
  readonly hasEnded: boolean;
  readonly hasContradiction: boolean;
}

function unknownsOf(
  { side, incarnation, isWatched }: EndView,
  { isStartKnown, hasEnded, hasContradiction }: Ending,
): Unknown[] {
  const track = incarnation.tracks[side];
  const hasGap = track !== null && track.contiguous < track.top;
  const found: readonly (readonly [Unknown, boolean])[] = [
    ['start', !isStartKnown],
    ['receptions', !isWatched],
    ['sendings', !isWatched],
    ['end', !hasEnded],
    ['gap', hasGap],
    ['contradiction', hasContradiction],
  ];
  return found.flatMap(([unknown, holds]) => (holds ? [unknown] : []));
}

/** The stretches of the likeliest path. CLOSED is no connection's state, as in a run. */
function intervalsOf(
  path: StatePath,
  events: readonly EndEvent[],
  connection: string,
  host: string,
): CaptureInterval[] {
  const intervals: CaptureInterval[] = [];
  const { likeliest, fitting } = path;
  for (let start = 0; start < likeliest.length; ) {
    const state = likeliest[start] ?? 'CLOSED';
    let end = start + 1;
    while (end < likeliest.length && likeliest[end] === state) end += 1;
    const isLast = end === likeliest.length;
    const entering = start === 0 ? undefined : events[start - 1];
    if (state !== 'CLOSED' && (start > 0 || events.length > 0)) {
      const leaving = isLast ? undefined : events[end - 1];
      intervals.push({
        connection,
        host,
        state,
        isCertain: fitting.slice(start, end).some((bits) => bits === bitOf(state)),
        alternatives: statesIn((fitting[end - 1] ?? 0) & ~bitOf(state)),
        fromMs: entering?.atMs ?? events[0]?.atMs ?? 0,
        toMs: leaving?.atMs ?? null,
        from:
          entering === undefined
            ? { earliestMs: null, latestMs: events[0]?.atMs ?? null }
            : momentOf(path, events, start),
        to: leaving === undefined ? null : momentOf(path, events, end),
        enteredBy: entering?.segment ?? null,
      });
    }
    start = end;
  }
  return intervals;
}

/** When the state changed to that at place `place` of the path, as the event in front of it and all others bound it. */
function momentOf(path: StatePath, events: readonly EndEvent[], place: number): Moment {
  const { likeliest, fitting } = path;
  const event = events[place - 1];
  const left = likeliest[place - 1];
  const entered = likeliest[place] ?? 'CLOSED';
  if (event === undefined || left === undefined) return { earliestMs: null, latestMs: null };
  if (event.type === 'received' || event.type === 'received-reset') {
    return {
      earliestMs: firstWith(entered, fitting, events, place),
      latestMs: firstWithout(left, fitting, events, place),
    };
  }
  // What is sent shows a change that was made before: by a call that no capture shows, by what had passed so far, or by time.
  const shown = event.type === 'met-nobody' ? nextReset(events, place) : event.atMs;
  return { earliestMs: lastCause(events, place - 1, entered), latestMs: shown };
}

/** The arrival since which the new state fits without a break; none where something that was still under way may have brought it. */
function firstWith(
  entered: TcpState,
  fitting: readonly number[],
  events: readonly EndEvent[],
  place: number,
): number | null {
  let first = place;
  while (first > 1 && first > place - LOOKS && ((fitting[first - 1] ?? 0) & bitOf(entered)) !== 0) first -= 1;
  const event = events[first - 1];
  return event?.type.startsWith('received') === true ? event.atMs : null;
}

function nextReset(events: readonly EndEvent[], place: number): number | null {
  for (let later = place; later < Math.min(events.length, place + LOOKS); later += 1) {
    if (events[later]?.type === 'sent-reset') return events[later]?.atMs ?? null;
  }
  return null;
}

function firstWithout(
  left: TcpState,
  fitting: readonly number[],
  events: readonly EndEvent[],
  place: number,
): number | null {
  for (let later = place; later < Math.min(fitting.length, place + LOOKS); later += 1) {
    if (((fitting[later] ?? 0) & bitOf(left)) === 0) return events[later - 1]?.atMs ?? null;
  }
  return null;
}

/** SYN_RECEIVED cannot be older than the first thing that arrived, the SYN; whoever is gone had been there when it last sent. */
function lastCause(events: readonly EndEvent[], index: number, state: TcpState): number | null {
  if (state === 'SYN_RECEIVED') return events.find(({ type }) => type === 'received')?.atMs ?? null;
  if (state !== 'CLOSED') return null;
  for (let before = index - 1; before >= Math.max(0, index - LOOKS); before -= 1) {
    const event = events[before];
    if (event?.type.startsWith('sent') === true) return event.atMs;
  }
  return null;
}

const CLOSERS: Readonly<Record<EndEvent['type'], ClosedBy>> = {
  'sent-syn': 'replaced',
  'sent-syn-ack': 'replaced',
  'sent-fin': 'last-ack',
  sent: 'last-ack',
  received: 'last-ack',
  'received-reset': 'reset-received',
  'sent-reset': 'reset-sent',
  'met-nobody': 'unknown-to-it',
  replaced: 'replaced',
};

function closedBy(events: readonly EndEvent[], { likeliest }: StatePath): ClosedBy {
  const place = likeliest.findLastIndex((state) => state !== 'CLOSED') + 1;
  return CLOSERS[events[place - 1]?.type ?? 'replaced'];
}
