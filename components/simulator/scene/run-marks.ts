import type { RunDiff } from '../model/compare-runs';
import { type Arrow, layArrows } from './arrows';
import type { Dimensions } from './dimensions';
import type { TrackFinder } from './find-track';
import { between, type Point, type Polygon, rectangle } from './geometry';
import { type ArrowText, boxesOf } from './labels';
import { Obstacles } from './obstacles';
import { nominalFlightMs, type SceneTime, sceneTimeOf } from './scene-time';
import type { TimeScale } from './time-scale';

/** What is drawn of the run that this one is compared with: what it had and this one has not, and signs for both. */
export interface RunMarks {
  readonly ghosts: readonly Arrow[];
  readonly signs: readonly RunSign[];
}

/** A plus where a segment that is new or goes otherwise is sent (≠ where two runs stand side by side), a minus where one that is gone would have arrived. */
export interface RunSign {
  readonly sign: '+' | '≠' | '−';
  readonly at: Point;
  /** Of this run; null for what is gone. */
  readonly segment: number | null;
  readonly ms: number;
}

export const NO_MARKS: RunMarks = { ghosts: [], signs: [] };

export const SIGN_RADIUS = 6;
/** Parts of the way at which a sign is tried: a plus from the sender on, a minus from the receiver back. */
const PLUS_AT = [0.07, 0.11, 0.15, 0.2, 0.26, 0.34, 0.42, 0.5, 0.6, 0.7, 0.8];
const MINUS_AT = [0.9, 0.84, 0.78, 0.72, 0.64, 0.56, 0.48, 0.4, 0.3, 0.2];

/** The moments at which ghosts are sent and arrive; none beyond the end of this run, so that its picture does not grow. */
export function ghostMoments({ gone }: RunDiff, time: SceneTime): readonly number[] {
  return drawnGhosts(gone, time).flatMap((segment) => [segment.sentMs, arrival(segment)]);
}

function drawnGhosts(gone: RunDiff['gone'], { startMs, endMs }: SceneTime): RunDiff['gone'] {
  return gone.filter((segment) => segment.sentMs >= startMs && arrival(segment) <= endMs);
}

function arrival(segment: RunDiff['gone'][number]): number {
  return segment.fate === 'lost' ? segment.sentMs + nominalFlightMs(segment) : segment.arrivesMs;
}

interface MarksInput {
  readonly diff: RunDiff;
  readonly sign: '+' | '≠';
  readonly arrows: readonly Arrow[];
  readonly texts: ReadonlyMap<number, ArrowText>;
  readonly time: SceneTime;
  readonly scale: TimeScale;
  readonly finder: TrackFinder;
  readonly dimensions: Dimensions;
}

export function layRunMarks(input: MarksInput): RunMarks {
  const { diff, sign: own, arrows, texts, time, scale, finder, dimensions } = input;
  const segments = drawnGhosts(diff.gone, time);
  const ghosts = layArrows(diff.other, { ...sceneTimeOf(diff.other), segments }, scale, finder);
  const written = new Obstacles();
  for (const text of texts.values()) written.add(...boxesOf(text, dimensions));
  const sign = (arrow: Arrow, what: RunSign['sign'], segment: number | null): RunSign => {
    const at = placeSign(arrow, what === '−' ? MINUS_AT : PLUS_AT, written);
    written.add(signBox(at));
    return { sign: what, at, segment, ms: arrow.segment.sentMs };
  };
  const added = arrows.filter(({ segment }) => diff.segments.has(segment.id));
  return {
    ghosts,
    signs: [
      ...added.map((arrow) => sign(arrow, own, arrow.segment.id)),
      ...ghosts.map((arrow) => sign(arrow, '−', null)),
    ],
  };
}

/** The first place on the arrow that covers nothing written; where there is none, the usual one. */
function placeSign({ path }: Arrow, fractions: readonly number[], written: Obstacles): Point {
  const ends = (fractions[0] ?? 0) < 0.5 ? path : path.slice(-2);
  const [first, second] = ends;
  if (!first || !second) return { x: 0, y: 0 };
  const places = fractions.map((fraction) => between(first, second, fraction));
  return places.find((place) => !written.touch(signBox(place))) ?? places[0] ?? first;
}

function signBox({ x, y }: Point): Polygon {
  return rectangle(x - SIGN_RADIUS, y - SIGN_RADIUS, x + SIGN_RADIUS, y + SIGN_RADIUS);
}
