import { useMemo } from 'react';
import type { Settings } from '@/engine/simulation/settings';
import type { Figure } from '@/model/figure';
import { compareRows } from '../model/compare-rows';
import { compareRuns } from '../model/compare-runs';
import { type FigureRun, figureRun } from '../model/figure-run';
import type { Pair } from '../model/pairs';
import { verdictsOf } from '../model/verdicts';
import type { Compared, ComparedSide } from '../parts/compared-sides';
import { layOutPair } from '../scene/lay-out-pair';
import { pairLabel } from '../words/pair-label';
import type { Speech } from '../words/speech';

interface Asked {
  readonly pair: Pair | null;
  readonly figure: Figure;
  readonly settings: Settings;
  readonly speech: Speech;
  /** Room of the figure, border to border. */
  readonly room: number;
}

const NARROWEST = 280;
const WIDEST = 480;
/** Below this two pictures do not fit side by side: they stand one over the other. */
const ROOM_FOR_TWO = 720;
const PADDING = 16;

function otherFigure(figure: Figure, { other }: Pair): Figure {
  return other ? { ...figure, scenario: other } : figure;
}

/** Both runs of a pair, laid out on one scale. */
export function useCompared({ pair, figure, settings, speech, room }: Asked): Compared | null {
  const runs = useMemo(
    () =>
      pair && {
        a: figureRun(figure, { ...settings, ...pair.a }, speech),
        b: figureRun(otherFigure(figure, pair), { ...settings, ...pair.b }, speech),
      },
    [pair, figure, settings, speech],
  );
  const each = room >= ROOM_FOR_TWO ? room / 2 : room;
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(each - PADDING)));
  return useMemo(() => {
    if (!pair || !runs) return null;
    const { a, b } = runs;
    const layouts = layOutPair(a, b, width);
    const side = (run: FigureRun, other: FigureRun, which: 'a' | 'b'): ComparedSide => {
      const verdicts = verdictsOf(figure, run.timeline, new Map(), other.timeline);
      return {
        which,
        run,
        layout: layouts[which],
        label: pairLabel(pair, which, speech),
        verdicts: verdicts.map((verdict) => ({ ...verdict, before: undefined })),
        differing: new Set(verdicts.filter(({ before }) => before !== undefined).map(({ id }) => id)),
        diff: compareRuns(run.timeline, other.timeline),
        rows: compareRows(run, other),
        other,
      };
    };
    return { pair, a: side(a, b, 'a'), b: side(b, a, 'b') };
  }, [pair, runs, width, figure, speech]);
}
