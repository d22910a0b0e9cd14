import { compareRows } from '@/components/simulator/model/compare-rows';
import type { FigureRun } from '@/components/simulator/model/figure-run';
import type { Row } from '@/components/simulator/model/rows';

/** What is the first to happen in a run that does not happen so, or then, in another; null where nothing is. */
export function firstDifference(run: FigureRun, other: FigureRun): Row | null {
  const differing = compareRows(run, other).find(({ how }) => how === 'new' || how === 'moved');
  return differing?.row ?? null;
}
