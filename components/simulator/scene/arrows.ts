import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import type { TrackFinder } from './find-track';
import { between, overlap, type Point, type Polygon, rectangle, stroke } from './geometry';
import { nominalFlightMs, type SceneTime } from './scene-time';
import type { TimeScale } from './time-scale';

/** One segment's way across the picture. */
export interface Arrow {
  readonly segment: SegmentRecord;
  /** From where it is sent to where it arrives or is lost: two points, or three where a delay bends it. */
  readonly path: readonly Point[];
  /** Where it would have gone on to, had it not been lost. */
  readonly lostBeyond: Point | null;
  readonly rightward: boolean;
}

const CLEARANCE = 2;
/** A delayed segment bends here, and the network copies one here: parts of the way across. */
const BEND = 0.4;
/** Where a lost segment may end: the first that is clear of all others. */
const DEATHS = [0.72, 0.66, 0.78, 0.6, 0.84, 0.54, 0.48];
const CROSS = 18;
const FAR = 10_000;

export function layArrows(
  timeline: Timeline,
  time: SceneTime,
  scale: TimeScale,
  finder: TrackFinder,
): readonly Arrow[] {
  const straight = time.segments.map((segment) => layArrow(segment, timeline, time, scale, finder));
  return straight.map((arrow) => (arrow.segment.fate === 'lost' ? cutShort(arrow, straight, scale) : arrow));
}

function layArrow(
  segment: SegmentRecord,
  timeline: Timeline,
  time: SceneTime,
  scale: TimeScale,
  finder: TrackFinder,
): Arrow {
  const from = finder.from(segment);
  const to = finder.to(segment);
  const rightward = to.x0 > from.x0;
  const start = {
    x: rightward ? from.x1 + CLEARANCE : from.x0 - CLEARANCE,
    y: scale.y(segment.sentMs, time.departureSlot(segment)),
  };
  const end = {
    x: rightward ? to.x0 - CLEARANCE : to.x1 + CLEARANCE,
    y: scale.y(segment.arrivesMs, time.arrivalSlot(segment)),
  };
  const usual = { x: end.x, y: start.y + usualFlightMs(segment, timeline) * scale.pxPerMs };
  const bend = between(start, usual, BEND);
  const base = { segment, lostBeyond: null, rightward };
  if (segment.fate === 'lost') {
    const y = scale.y(segment.sentMs + nominalFlightMs(segment), time.departureSlot(segment));
    return { ...base, path: [start, { x: end.x, y }] };
  }
  if (segment.copyOf !== null) return { ...base, path: [bend, end] };
  if (segment.delayedByMs > 0) return { ...base, path: [start, bend, end] };
  return { ...base, path: [start, end] };
}

/** A copy is compared with the segment it was made of. */
function usualFlightMs(segment: SegmentRecord, timeline: Timeline): number {
  const original = segment.copyOf === null ? segment : (timeline.segments[segment.copyOf] ?? segment);
  return nominalFlightMs(original);
}

function cutShort(arrow: Arrow, all: readonly Arrow[], scale: TimeScale): Arrow {
  const others = all.filter((other) => other !== arrow).flatMap(strokesOf);
  const folds = scale.folds.map((fold) => rectangle(-FAR, fold.top, FAR, fold.bottom));
  const blocked = [...others, ...folds];
  const start = arrow.path[0] ?? { x: 0, y: 0 };
  const end = arrow.path.at(-1) ?? start;
  const fraction = DEATHS.find((each) => blocked.every((one) => !overlap(one, crossBox(between(start, end, each)))));
  return { ...arrow, path: [start, between(start, end, fraction ?? 0.72)], lostBeyond: end };
}

export function crossBox({ x, y }: Point): Polygon {
  return rectangle(x - CROSS / 2, y - CROSS / 2, x + CROSS / 2, y + CROSS / 2);
}

/** The straight pieces of the way, each with its ends in order of travel. */
export function legsOf(arrow: Arrow): readonly (readonly [Point, Point])[] {
  return arrow.path.slice(1).flatMap((end, index) => {
    const start = arrow.path[index];
    return start ? [[start, end] as const] : [];
  });
}

/** All that is inked or dotted of an arrow, for asking what crosses it. */
export function strokesOf(arrow: Arrow): readonly Polygon[] {
  const legs = legsOf(arrow).map(([a, b]) => stroke(a, b));
  const end = arrow.path.at(-1);
  return arrow.lostBeyond && end ? [...legs, stroke(end, arrow.lostBeyond)] : legs;
}
