import { compareRuns, type RunDiff } from '../model/compare-runs';
import type { FigureRun } from '../model/figure-run';
import { dimensionsOf } from './dimensions';
import { type Layout, layOnce, stretch } from './lay-out';
import { joinTimes, sceneTimeOf } from './scene-time';

/**
 * Two runs for two pictures of `width` pixels on one scale: a moment stands at the same height in both. Paper that has to
 * be stretched in one is stretched in the other. What a run has and the other has not is marked.
 */
export function layOutPair(a: FigureRun, b: FigureRun, width: number): { readonly a: Layout; readonly b: Layout } {
  const joined = joinTimes(sceneTimeOf(a.timeline), sceneTimeOf(b.timeline));
  const dimensions = dimensionsOf('phone', width);
  const gaps = new Map<number, number>();
  const lay = (run: FigureRun, other: FigureRun) => {
    const diff = withoutGhosts(compareRuns(run.timeline, other.timeline));
    const { timeline, sceneWords: words } = run;
    return layOnce({
      timeline,
      time: sceneTimeOf(timeline),
      scaleTime: joined,
      dimensions,
      gaps,
      words,
      diff,
      sign: '≠',
    });
  };
  stretch(gaps, () => lay(a, b));
  const second = stretch(gaps, () => lay(b, a));
  return { a: lay(a, b), b: second };
}

/** Where both stand side by side, nobody has to draw one in the other. */
function withoutGhosts(diff: RunDiff | null): RunDiff | null {
  return diff && { ...diff, gone: [] };
}
