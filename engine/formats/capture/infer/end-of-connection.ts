import type { TcpState } from '../../../tcp/state';
import type { CaptureConnection, CaptureInterval, ClosedBy, Unknown } from './capture-timeline';
import { type End, other } from './conversation';
import type { EndEvent } from './end-event';
import { type EndView, endEvents } from './end-events';
import { likeliestPath, type StatePath } from './likeliest-path';
import { momentOf } from './moments';
import { ALL_STATES, bitOf, statesIn } from './states';

/** What one end of one connection went through; null where it never showed itself. */
export function endOfConnection(
  view: EndView,
  ends: readonly [End, End],
): { readonly connection: CaptureConnection; readonly intervals: readonly CaptureInterval[] } | null {
  const { side, incarnation, isWatched } = view;
  const isStartKnown = isOpeningSeen(view);
  const events = endEvents(view);
  const path = likeliestPath(initialStates(view), events);
  const id = connectionId(ends, side, incarnation.number);
  const { host, port } = ends[side];
  const remote = ends[other(side)];
  const track = incarnation.tracks[side];
  const intervals = intervalsOf(path, events, { connection: id, host, isWatched });
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

/** The end opened the connection in sight of the capture, or was about to. */
function isOpeningSeen({ side, incarnation }: Pick<EndView, 'side' | 'incarnation'>): boolean {
  const { beginsWithSyn, opener } = incarnation;
  return beginsWithSyn && (opener[side] !== null || opener[other(side)] === 'syn');
}

function initialStates(view: EndView): readonly TcpState[] {
  if (isOpeningSeen(view)) return ['CLOSED'];
  // A SYN-ACK whose SYN was not seen goes to an end that has sent one, or to one that knows nothing of it.
  return view.incarnation.beginsWithSyn ? ['CLOSED', 'SYN_SENT'] : ALL_STATES;
}

/** As a run names them: an end, its peer, and which connection of the two it is. */
export function connectionId(ends: readonly [End, End], side: 0 | 1, incarnation: number): string {
  const [here, there] = [ends[side], ends[other(side)]];
  return `${here.host}:${here.port}-${there.host}:${there.port}#${incarnation}`;
}

function openingOf({ side, incarnation: { opener, beginsWithSyn } }: EndView): CaptureConnection['opening'] {
  if (!beginsWithSyn) return null;
  const [own, peers] = [opener[side], opener[other(side)]];
  if (own === 'syn') return peers === 'syn' ? 'simultaneous' : 'active';
  return own === 'syn-ack' || (own === null && peers === 'syn') ? 'passive' : null;
}

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

interface Whose {
  readonly connection: string;
  readonly host: string;
  readonly isWatched: boolean;
}

/** The stretches of the likeliest path. CLOSED is no connection's state, as in a run. */
function intervalsOf(path: StatePath, events: readonly EndEvent[], whose: Whose): CaptureInterval[] {
  const { connection, host, isWatched } = whose;
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
            : momentOf(isWatched, path, events, start),
        to: leaving === undefined ? null : momentOf(isWatched, path, events, end),
        enteredBy: entering?.segment ?? null,
      });
    }
    start = end;
  }
  return intervals;
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
