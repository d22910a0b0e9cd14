import type { Layout } from '../scene/lay-out';
import type { FigureRun } from './figure-run';
import type { Tick } from './tick';

/** Where the steps lie on the scrubber: in parts of a hundred of the picture's height. */
export function ticksOf(run: FigureRun, layout: Layout, ms: number): readonly Tick[] {
  return run.steps.map((step) => ({
    key: step.atMs,
    at: partOf(layout, step.atMs),
    isPast: step.atMs <= ms,
    isLoss: step.rows.some((row) =>
      row.entries.some((entry) => entry.sends.some((id) => run.timeline.segments[id]?.fate === 'lost')),
    ),
  }));
}

export function foldsOf(layout: Layout): readonly number[] {
  return layout.scale.folds.map((fold) => part(layout, (fold.top + fold.bottom) / 2));
}

export function partOf(layout: Layout, ms: number): number {
  return part(layout, layout.scale.yAfter(ms));
}

/** The moment at a part of the scrubber. */
export function momentAt(layout: Layout, at: number): number {
  const { top, bottom } = layout.scale;
  return layout.scale.msAt(top + (at / 100) * (bottom - top));
}

function part(layout: Layout, y: number): number {
  const { top, bottom } = layout.scale;
  return bottom > top ? Math.min(100, Math.max(0, ((y - top) / (bottom - top)) * 100)) : 0;
}
