import type { Settings } from '@/engine/simulation/settings';
import type { Figure } from '@/model/figure';
import { type ComparedRow, compareRows } from './compare-rows';
import { compareRuns, type RunDiff } from './compare-runs';
import { type Edit, editsOf } from './edits';
import type { FigureRun } from './figure-run';

/** What a reader has changed, and what that did to the run. */
export interface Changes {
  readonly edits: readonly Edit[];
  /** The run without the changes. */
  readonly base: FigureRun;
  readonly diff: RunDiff | null;
  readonly rows: readonly ComparedRow[] | null;
}

/** What a run is compared with: the figure as the book has it, but on the same link and with the same moments to begin at. */
export function unedited({ roundTripMs, startMs }: Settings): Settings {
  return { ...(roundTripMs === undefined ? {} : { roundTripMs }), ...(startMs === undefined ? {} : { startMs }) };
}

export function changesOf(figure: Figure, run: FigureRun, base: FigureRun): Changes {
  const diff = run === base ? null : compareRuns(run.timeline, base.timeline);
  return { edits: editsOf(figure, run.timeline), base, diff, rows: diff && compareRows(run, base) };
}
