import type { Dimensions } from './dimensions';
import type { SceneTime } from './scene-time';

/** Between two parallel arrows that leave at one moment: a label fits between them. */
const SLOT = 18;
/** A stretch of more than this many flights in which nothing happens is folded away … */
const FOLD_AFTER_FLIGHTS = 4;
/** … but for this much at either end. */
const KEEP_FLIGHTS = 0.6;
/** The longest flight is never drawn longer than this many times the usual one. */
const LONGEST_FLIGHT = 3;

/** A stretch of time that is not drawn to scale: a strip of paper folded over. */
export interface Fold {
  readonly fromMs: number;
  readonly toMs: number;
  readonly top: number;
  readonly bottom: number;
}

/** Time to height and back: piecewise linear, falling nowhere. */
export interface TimeScale {
  readonly pxPerMs: number;
  readonly folds: readonly Fold[];
  /** Height of the first and of the last moment. */
  readonly top: number;
  readonly bottom: number;
  y(ms: number, slot?: number): number;
  /** Height at which everything of this moment has happened. */
  yAfter(ms: number): number;
  msAt(y: number): number;
}

interface Knot {
  readonly ms: number;
  /** Where the moment begins, and where its last slot lies. */
  readonly first: number;
  readonly last: number;
}

/** Extra height before a moment, where labels would not fit otherwise. */
export type Gaps = ReadonlyMap<number, number>;

export function makeTimeScale(time: SceneTime, dimensions: Dimensions, top: number, gaps: Gaps): TimeScale {
  const pxPerMs = Math.min(
    dimensions.flight / time.shortestFlightMs,
    (LONGEST_FLIGHT * dimensions.flight) / time.longestFlightMs,
  );
  const { knots, folds } = layKnots(time, dimensions, top, pxPerMs, gaps);
  const at = new Map(knots.map((knot) => [knot.ms, knot]));
  const linear = (ms: number) => interpolate(knots, ms, pxPerMs);
  return {
    pxPerMs,
    folds,
    top,
    bottom: knots.at(-1)?.last ?? top,
    y: (ms, slot = 0) => {
      const knot = at.get(ms);
      return knot ? Math.min(knot.first + slot * SLOT, Math.max(knot.last, knot.first)) : linear(ms);
    },
    yAfter: (ms) => at.get(ms)?.last ?? linear(ms),
    msAt: (y) => invert(knots, y, pxPerMs),
  };
}

function layKnots(time: SceneTime, dimensions: Dimensions, top: number, pxPerMs: number, gaps: Gaps) {
  const keep = KEEP_FLIGHTS * dimensions.flight;
  const keepMs = keep / pxPerMs;
  const knots: Knot[] = [];
  const folds: Fold[] = [];
  let y = top;
  let previousMs = time.startMs;
  for (const ms of time.moments) {
    const linear = (ms - previousMs) * pxPerMs;
    const gap = gaps.get(ms) ?? 0;
    if (linear > FOLD_AFTER_FLIGHTS * dimensions.flight) {
      const fold = {
        fromMs: previousMs + keepMs,
        toMs: ms - keepMs,
        top: y + keep,
        bottom: y + keep + dimensions.fold,
      };
      folds.push(fold);
      knots.push({ ms: fold.fromMs, first: fold.top, last: fold.top });
      knots.push({ ms: fold.toMs, first: fold.bottom, last: fold.bottom });
      y = fold.bottom + keep + gap;
    } else {
      y += linear + gap;
    }
    const last = y + (time.slotsAt(ms) - 1) * SLOT;
    knots.push({ ms, first: y, last });
    y = last;
    previousMs = ms;
  }
  return { knots, folds };
}

function interpolate(knots: readonly Knot[], ms: number, pxPerMs: number): number {
  const next = knots.findIndex((knot) => knot.ms >= ms);
  const after = knots[next];
  const before = next < 0 ? knots.at(-1) : knots[next - 1];
  if (!before) return (after?.first ?? 0) - ((after?.ms ?? 0) - ms) * pxPerMs;
  if (!after) return before.last + (ms - before.ms) * pxPerMs;
  return before.last + ((after.first - before.last) * (ms - before.ms)) / (after.ms - before.ms);
}

function invert(knots: readonly Knot[], y: number, pxPerMs: number): number {
  const next = knots.findIndex((knot) => knot.last >= y);
  const after = knots[next];
  const before = next < 0 ? knots.at(-1) : knots[next - 1];
  if (after && y >= after.first) return after.ms;
  if (!before) return (after?.ms ?? 0) - ((after?.first ?? 0) - y) / pxPerMs;
  if (!after) return before.ms + (y - before.last) / pxPerMs;
  return before.ms + ((after.ms - before.ms) * (y - before.last)) / (after.first - before.last);
}
