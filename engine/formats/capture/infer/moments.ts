import type { TcpState } from '../../../tcp/state';
import type { Moment } from './capture-timeline';
import type { EndEvent } from './end-event';
import type { StatePath } from './likeliest-path';
import { bitOf } from './states';

/** How many events forward or back a bound is looked for; beyond, there is none to tell. It keeps the work in proportion. */
const LOOKS = 1000;

/**
 * When the state changed to that at place `place` of the path, as the event in front of it and all others bound it. Where nobody watched at the end,
 * what passed on its way there reached it later, and what it was seen to send had left it before; that nothing overtakes anything between the
 * end and the capture is taken for granted.
 */
export function momentOf(isWatched: boolean, path: StatePath, events: readonly EndEvent[], place: number): Moment {
  const event = events[place - 1];
  const left = path.likeliest[place - 1];
  const entered = path.likeliest[place] ?? 'CLOSED';
  if (event === undefined || left === undefined) return { earliestMs: null, latestMs: null };
  if (event.type === 'received' || event.type === 'received-reset') {
    // These two run out silently, so what seems to have been ended by a reset may have been gone before.
    const mayHaveRunOut = entered === 'CLOSED' && (left === 'TIME_WAIT' || left === 'FIN_WAIT_2');
    return {
      earliestMs: mayHaveRunOut
        ? lastCause(entered, isWatched, events, place - 1)
        : firstWith(entered, path, events, place),
      latestMs: firstWithout(left, isWatched, path, events, place),
    };
  }
  // What is sent shows a change that was made before: by a call that no capture shows, by what had passed so far, or by time.
  const shown = event.type === 'met-nobody' ? nextSent(events, place - 1) : event.atMs;
  return { earliestMs: lastCause(entered, isWatched, events, place - 1), latestMs: shown };
}

/** The arrival since which the new state fits without a break; none where something that was still under way may have brought it. */
function firstWith(
  entered: TcpState,
  { fitting }: StatePath,
  events: readonly EndEvent[],
  place: number,
): number | null {
  let first = place;
  while (first > 1 && first > place - LOOKS && ((fitting[first - 1] ?? 0) & bitOf(entered)) !== 0) first -= 1;
  const event = events[first - 1];
  return event?.type.startsWith('received') === true ? event.atMs : null;
}

/** The event from which on the old state no longer fits; where nobody watched, only what the end sends shows that. */
function firstWithout(
  left: TcpState,
  isWatched: boolean,
  { fitting }: StatePath,
  events: readonly EndEvent[],
  place: number,
): number | null {
  for (let later = place; later < Math.min(fitting.length, place + LOOKS); later += 1) {
    if (((fitting[later] ?? 0) & bitOf(left)) !== 0) continue;
    return isWatched ? (events[later - 1]?.atMs ?? null) : nextSent(events, later - 1);
  }
  return null;
}

function nextSent(events: readonly EndEvent[], from: number): number | null {
  for (let index = from; index < Math.min(events.length, from + LOOKS); index += 1) {
    const event = events[index];
    if (event !== undefined && isSent(event)) return event.atMs;
  }
  return null;
}

/** SYN_RECEIVED cannot be older than the first thing that arrived, the SYN; whoever is gone had been there when it last was seen to send. */
function lastCause(entered: TcpState, isWatched: boolean, events: readonly EndEvent[], from: number): number | null {
  if (entered === 'SYN_RECEIVED') return events.find(({ type }) => type === 'received')?.atMs ?? null;
  if (entered !== 'CLOSED' || !isWatched) return null;
  for (let index = from - 1; index >= Math.max(0, from - LOOKS); index -= 1) {
    const event = events[index];
    if (event !== undefined && isSent(event)) return event.atMs;
  }
  return null;
}

function isSent({ type }: EndEvent): boolean {
  return type.startsWith('sent') || type === 'replaced';
}
