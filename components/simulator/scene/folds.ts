import type { Timeline } from '@/engine/simulation/timeline';
import type { Dimensions } from './dimensions';
import { round } from './geometry';
import type { SceneWords } from './scene-words';
import type { Fold, TimeScale } from './time-scale';

/** A strip of paper between two wavy lines, which says how much time it hides. */
export interface FoldMark {
  readonly fromMs: number;
  readonly top: number;
  readonly bottom: number;
  readonly upper: string;
  readonly lower: string;
  readonly paper: string;
  readonly text: string;
}

const WAVE = 24;
const SWING = 3.2;
const INSET = 4;
const MOST_OF_A_WAIT = 0.85;

export function layFolds(
  timeline: Timeline,
  scale: TimeScale,
  dimensions: Dimensions,
  words: SceneWords,
): readonly FoldMark[] {
  return scale.folds.map((fold) => {
    const top = fold.top + INSET;
    const bottom = fold.bottom - INSET;
    const upper = `M0 ${round(top)}${wave(dimensions.width, top, false)}`;
    const back = wave(dimensions.width, bottom, true);
    return {
      fromMs: fold.fromMs,
      top,
      bottom,
      upper,
      lower: `M0 ${round(bottom)}${wave(dimensions.width, bottom, false)}`,
      paper: `${upper}L${dimensions.width} ${round(bottom)}${back}Z`,
      text: textOf(fold, timeline, dimensions, words),
    };
  });
}

/** Where a fold hides nothing but a wait in TIME_WAIT, it says how long the whole wait is. */
function textOf(fold: Fold, timeline: Timeline, dimensions: Dimensions, words: SceneWords): string {
  const wait = timeline.intervals.find(
    ({ state, fromMs, toMs }) =>
      state === 'TIME_WAIT' &&
      toMs !== null &&
      fromMs <= fold.fromMs &&
      toMs >= fold.toMs &&
      fold.toMs - fold.fromMs > (toMs - fromMs) * MOST_OF_A_WAIT,
  );
  const ms = wait?.toMs ? wait.toMs - wait.fromMs : fold.toMs - fold.fromMs;
  return words.fold(ms, wait !== undefined, dimensions.size);
}

function wave(width: number, y: number, backwards: boolean): string {
  const count = Math.round(width / WAVE);
  const step = width / count;
  const arcs = Array.from({ length: count }, (_, index) => {
    const k = backwards ? count - 1 - index : index;
    const to = backwards ? k * step : (k + 1) * step;
    return `Q${round((k + 0.5) * step)} ${round(y + (k % 2 === 0 ? -SWING : SWING))} ${round(to)} ${round(y)}`;
  });
  return arcs.join('');
}
