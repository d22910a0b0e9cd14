import { stateLabel } from '@/components/ui/state-name';
import type { StateInterval, Timeline } from '@/engine/simulation/timeline';
import type { TcpState } from '@/engine/tcp/state';
import type { RunDiff } from '../model/compare-runs';
import { type Dimensions, leadOf } from './dimensions';
import type { SceneTime } from './scene-time';
import { monoWidth } from './text-width';
import type { TimeScale } from './time-scale';
import type { Track } from './tracks';

/** A stretch of a lifeline in one state. */
export interface Band {
  readonly key: string;
  readonly track: Track;
  readonly state: TcpState;
  readonly top: number;
  readonly bottom: number;
  /** The run that this one is compared with was never in this state, or not at this time. */
  readonly isChanged: boolean;
  /** Index among the run's intervals; null where the lifeline is only told to be CLOSED or LISTEN. */
  readonly interval: number | null;
  /** Inferred, and not the only state that fits: its name has a question mark. */
  readonly isUnsure?: boolean;
}

export interface BandName {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly turned: boolean;
}

/** The part of a band on one side of the playhead. */
export interface BandPart {
  readonly band: Band;
  readonly top: number;
  readonly bottom: number;
  readonly names: readonly BandName[];
}

const NAME_DROP = 17;
const LEAST_NAMED = 15;
/** A rest shorter than this need not repeat the name of the part before it. */
const NAMED_AGAIN = 60;
const CLOSED_STUB = 42;

export function layBands(
  timeline: Timeline,
  time: SceneTime,
  scale: TimeScale,
  tracks: readonly Track[],
  height: number,
  diff: RunDiff | null,
): readonly Band[] {
  const yOf = (ms: number, entryId: number | null) => {
    const entry = entryId === null ? undefined : timeline.entries[entryId];
    return scale.y(ms, entry ? time.entrySlot(entry) : 0);
  };
  return tracks.flatMap((track) => {
    const top = scale.top - leadOf(track.naming);
    const begin = (interval: StateInterval) =>
      interval.fromMs < time.startMs ? top : yOf(interval.fromMs, interval.enteredIn);
    const bottom = (interval: StateInterval) => (interval.toMs === null ? height : yOf(interval.toMs, interval.leftIn));
    const own = timeline.intervals
      .filter((interval) => interval.state !== 'CLOSED' && interval.state !== 'LISTEN')
      .filter((interval) => track.connections.some(({ id }) => id === interval.connection))
      .filter((interval) => (interval.toMs ?? Infinity) >= time.startMs)
      .map((interval) => ({
        state: interval.state,
        top: begin(interval),
        bottom: bottom(interval),
        isChanged: diff?.isChangedState(interval) ?? false,
        interval: timeline.intervals.indexOf(interval),
        isUnsure: interval.isUnsure ?? false,
      }));
    const listening = listenBand(timeline, track, top, own[0]?.top ?? height, scale);
    const known = [...(listening ? [listening] : []), ...own].filter((band) => band.bottom - band.top > 0.5);
    const end = endOfTelling(track, tracks, height, scale);
    return [...known, ...closedBands(known, track, top, end, scale)]
      .sort((a, b) => a.top - b.top)
      .map((band) => ({ ...band, track, key: `${track.index}-${Math.round(band.top)}-${band.state}` }));
  });
}

/** A listener is drawn until its first connection; from then on the lifeline tells of that. */
function listenBand(timeline: Timeline, track: Track, top: number, bottom: number, scale: TimeScale) {
  const listens = timeline.entries.find(
    (entry) => entry.cause.type === 'call' && entry.after === 'LISTEN' && track.lanes.includes(entry.lane),
  );
  if (!listens) return null;
  const from = scale.y(listens.atMs);
  return { state: 'LISTEN' as const, top: from < scale.top ? top : from, bottom, isChanged: false, interval: null };
}

/**
 * Down to where a lifeline tells that it is CLOSED: to the end, but where a later connection of its host stands on a
 * lifeline of its own, only a little way.
 */
function endOfTelling(
  track: Track,
  tracks: readonly Track[],
  height: number,
  scale: TimeScale,
): (from: number) => number {
  const lastOpened = (each: Track) => Math.max(...each.connections.map((connection) => connection.openedMs), 0);
  const succeeded = tracks.some(
    (other) => other !== track && other.host === track.host && lastOpened(other) > lastOpened(track),
  );
  if (!succeeded) return () => height;
  return (from) => Math.min(from + CLOSED_STUB, ...scale.folds.map((fold) => fold.top).filter((top) => top > from));
}

/** After a connection there is none; before the very first one neither, where it begins with the picture. */
function closedBands(
  bands: readonly { readonly top: number; readonly bottom: number }[],
  track: Track,
  top: number,
  end: (from: number) => number,
  scale: TimeScale,
) {
  const closed: { state: 'CLOSED'; top: number; bottom: number; isChanged: false; interval: null }[] = [];
  const first = bands[0];
  const begins = track.side !== 'right' && first && first.top > top && first.top - scale.top < 1;
  if (begins) closed.push({ state: 'CLOSED', top, bottom: first.top, isChanged: false, interval: null });
  bands.forEach((band, index) => {
    const bottom = bands[index + 1]?.top ?? end(band.bottom);
    if (bottom - band.bottom > 0.5)
      closed.push({ state: 'CLOSED', top: band.bottom, bottom, isChanged: false, interval: null });
  });
  return closed;
}

/** The inked and the pencilled part of a band. `playhead` is a height; both parts carry the state's name where it fits. */
export function splitBand(band: Band, playhead: number, scale: TimeScale, dimensions: Dimensions) {
  const part = (top: number, bottom: number, repeats: boolean): BandPart | null =>
    bottom <= top ? null : { band, top, bottom, names: namesOf(band, top, bottom, repeats, scale, dimensions) };
  return {
    past: part(band.top, Math.min(band.bottom, playhead), false),
    future: part(Math.max(band.top, playhead), band.bottom, playhead > band.top),
  };
}

/** A fold interrupts a band: what comes after it is named again where there is room. */
function namesOf(
  band: Band,
  top: number,
  bottom: number,
  repeats: boolean,
  scale: TimeScale,
  dimensions: Dimensions,
): readonly BandName[] {
  const names: BandName[] = [];
  let start = top;
  for (const fold of [...scale.folds.filter((each) => each.top >= top && each.bottom <= bottom), null]) {
    const end = fold?.top ?? bottom;
    const name = repeats && end - start <= NAMED_AGAIN ? null : nameIn(band, start, end, dimensions);
    if (name) names.push(name);
    start = fold?.bottom ?? bottom;
  }
  return names;
}

function nameIn(
  { track, state, isUnsure }: Band,
  top: number,
  bottom: number,
  dimensions: Dimensions,
): BandName | null {
  const text = `${stateLabel(state)}${isUnsure ? '?' : ''}`;
  const middle = (track.x0 + track.x1) / 2;
  if (track.naming === 'along') {
    if (bottom - top < monoWidth(text, dimensions.bandFontSize) + 4) return null;
    return { text, x: middle + dimensions.bandFontSize * 0.36, y: (top + bottom) / 2, turned: true };
  }
  if (bottom - top < LEAST_NAMED) return null;
  const nudge = track.side === 'right' ? -1 : 1;
  return { text, x: middle + nudge, y: top + Math.min(NAME_DROP, (bottom - top) / 2 + 5), turned: false };
}
