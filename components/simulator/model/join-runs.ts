import type { FigureRun } from './figure-run';
import type { Step } from './rows';

/** Two runs on one clock: the first, with every moment at which something happens in either, to the end of both. */
export function joinRuns(run: FigureRun, other: FigureRun): FigureRun {
  const own = new Set(run.steps.map(({ atMs }) => atMs));
  const further = other.steps.filter(({ atMs }) => !own.has(atMs)).map(({ atMs }): Step => ({ atMs, rows: [] }));
  return {
    ...run,
    startMs: Math.min(run.startMs, other.startMs),
    endMs: Math.max(run.endMs, other.endMs),
    steps: [...run.steps, ...further].sort((a, b) => a.atMs - b.atMs),
  };
}
