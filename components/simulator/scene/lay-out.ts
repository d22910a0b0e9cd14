import { stateLabel } from '@/components/ui/state-name';
import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import type { RunDiff } from '../model/compare-runs';
import { type Arrow, layArrows, strokesOf } from './arrows';
import { type AxisMark, axisBox, layAxis } from './axis';
import { type Band, layBands } from './bands';
import { type CallMark, findBeside, type ShortStateMark } from './beside';
import { guttersFor, layCalls } from './calls';
import { type Dimensions, dimensionsOf, leadOf, PHONE_WIDTH, type SceneSize } from './dimensions';
import { trackFinder } from './find-track';
import { type FoldMark, layFolds } from './folds';
import { rectangle } from './geometry';
import { type Bracket, type Head, layBrackets, layHeads } from './heads';
import { type ArrowText, placeLabels } from './labels';
import { Obstacles } from './obstacles';
import { ghostMoments, layRunMarks, NO_MARKS, type RunMarks } from './run-marks';
import { alsoAt, type SceneTime, sceneTimeOf } from './scene-time';
import type { SceneWords } from './scene-words';
import { monoWidth, sansWidth } from './text-width';
import { type Gaps, makeTimeScale, type TimeScale } from './time-scale';
import { layTimers, type TimerMark } from './timers';
import { layTracks, type Track } from './tracks';

/** The whole picture of a run: where everything stands, whatever the moment. `sceneAt` decides what is inked. */
export interface Layout {
  readonly timeline: Timeline;
  readonly dimensions: Dimensions;
  readonly height: number;
  readonly time: SceneTime;
  readonly scale: TimeScale;
  readonly tracks: readonly Track[];
  readonly heads: readonly Head[];
  readonly brackets: readonly Bracket[];
  readonly bands: readonly Band[];
  readonly shortStates: readonly ShortStateMark[];
  readonly arrows: readonly Arrow[];
  readonly texts: ReadonlyMap<number, ArrowText>;
  readonly calls: readonly CallMark[];
  readonly timers: readonly TimerMark[];
  readonly folds: readonly FoldMark[];
  readonly axis: readonly AxisMark[];
  readonly marks: RunMarks;
}

/**
 * Where a label finds no place at all, the paper is stretched before its segment by this much, before it is sent and
 * before it arrives in turn, and all is laid anew.
 */
const STRETCH = 14;
const TRIES = 10;

/**
 * Lays a run out for a picture of `width` pixels. Heights depend on the family of pictures and not on the width, so that
 * a picture which is measured later keeps the height of the one that the server drew (but where an edited run is so
 * crowded that only this width needs more). `diff`: how the run differs from another, to be
 * marked. `isDraft`, while something is being pulled: a label that finds no place is left out, and no paper is stretched.
 */
export function layOut(
  timeline: Timeline,
  size: SceneSize,
  width: number,
  words: SceneWords,
  diff: RunDiff | null = null,
  isDraft = false,
): Layout {
  const own = sceneTimeOf(timeline);
  const time = diff ? alsoAt(own, ghostMoments(diff, own)) : own;
  const gaps = new Map<number, number>();
  const once = (at: number) =>
    layOnce({ timeline, time, scaleTime: time, dimensions: dimensionsOf(size, at), gaps, words, diff, sign: '+' });
  if (isDraft) return once(width);
  const lay = (at: number) => stretch(gaps, () => once(at));
  if (size === 'phone' && width !== PHONE_WIDTH) lay(PHONE_WIDTH);
  return lay(width);
}

/** Lays anew with growing `gaps` until every segment has a label. */
export function stretch(gaps: Map<number, number>, lay: () => Layout): Layout {
  let layout = lay();
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const silent = layout.arrows.filter((arrow) => isSilent(arrow.segment, layout));
    if (silent.length === 0) break;
    const crowded = silent.flatMap(({ segment }) => (attempt % 2 === 0 ? segment.sentMs : segment.arrivesMs));
    for (const ms of crowded) gaps.set(ms, (gaps.get(ms) ?? 0) + STRETCH);
    layout = lay();
  }
  return layout;
}

function isSilent(segment: SegmentRecord, layout: Layout): boolean {
  return segment.copyOf === null && layout.texts.get(segment.id)?.label === null;
}

interface LayInput {
  readonly timeline: Timeline;
  readonly time: SceneTime;
  /** What the scale is made for: the same, or the time of this run and another. */
  readonly scaleTime: SceneTime;
  readonly dimensions: Dimensions;
  readonly gaps: Gaps;
  readonly words: SceneWords;
  readonly diff: RunDiff | null;
  /** What marks a segment that the other run has not, or has otherwise. */
  readonly sign: '+' | '≠';
}

/** Lays all of a picture once, with these gaps. */
export function layOnce({ timeline, time, scaleTime, dimensions, gaps, words, diff, sign }: LayInput): Layout {
  const tracks = layTracks(timeline, time, dimensions, guttersFor(timeline, time, dimensions));
  const lead = Math.max(...tracks.map((track) => leadOf(track.naming)));
  const scale = makeTimeScale(scaleTime, dimensions, dimensions.headBottom + lead + 10, gaps);
  const height = scale.bottom + (lead > 30 && dimensions.size === 'wide' ? lead : dimensions.tail);
  const finder = trackFinder(timeline, tracks);
  const bands = layBands(timeline, time, scale, tracks, height, diff);
  const arrows = layArrows(timeline, time, scale, finder);
  const axis = layAxis(timeline, time, scale, words);
  const obstacles = obstaclesOf(arrows, bands, scale, axis, dimensions);
  const heads = layHeads(timeline, tracks, scale, dimensions, words);
  for (const head of heads) if (head.fromMs !== null) obstacles.add(headBox(head));
  const calls = layCalls(timeline, time, scale, finder, obstacles, dimensions);
  const timers = layTimers(timeline, time, scale, finder, obstacles, dimensions, words);
  const shortStates = layShortStates(bands, obstacles, dimensions);
  const texts = placeLabels(arrows, obstacles, dimensions, words);
  const other = diff && trackFinder(diff.other, tracks);
  return {
    timeline,
    dimensions,
    height,
    time,
    scale,
    tracks,
    heads,
    brackets: layBrackets(timeline, tracks, dimensions),
    bands,
    shortStates,
    arrows,
    texts,
    calls,
    timers,
    folds: layFolds(timeline, scale, dimensions, words),
    axis,
    marks:
      diff && other ? layRunMarks({ diff, sign, arrows, texts, time, scale, finder: other, dimensions }) : NO_MARKS,
  };
}

/** What is there before anything is written: arrows, states, folds, times. A dormant or closed lifeline may be written on. */
function obstaclesOf(
  arrows: readonly Arrow[],
  bands: readonly Band[],
  scale: TimeScale,
  axis: readonly AxisMark[],
  dimensions: Dimensions,
): Obstacles {
  const obstacles = new Obstacles();
  obstacles.add(...arrows.flatMap(strokesOf));
  for (const { state, track, top, bottom } of bands) {
    if (state !== 'CLOSED') obstacles.add(rectangle(track.x0, top, track.x1, bottom));
  }
  for (const fold of scale.folds) obstacles.add(rectangle(0, fold.top + 3, dimensions.width, fold.bottom - 3));
  obstacles.add(...axis.map((mark) => axisBox(mark, dimensions)));
  return obstacles;
}

function headBox(head: Head) {
  const width = sansWidth(head.name, 13);
  const left = head.anchor === 'end' ? head.x - width : head.x;
  return rectangle(left, head.y - 10, left + width, head.y + 3);
}

function layShortStates(bands: readonly Band[], obstacles: Obstacles, dimensions: Dimensions) {
  return bands.flatMap(({ state, track, top, bottom }): ShortStateMark[] => {
    if (track.naming === 'along' || bottom - top >= 15 || state === 'CLOSED') return [];
    const text = stateLabel(state);
    const width = monoWidth(text, dimensions.callFontSize - 1);
    const place = findBeside(track, (top + bottom) / 2, width, 11, obstacles, [0, dimensions.width]);
    return place ? [{ state, top, label: { ...place, text } }] : [];
  });
}
