import type { FigureRun } from '../model/figure-run';
import { stepAt } from '../model/rows';
import { foldsOf, partOf, ticksOf } from '../model/ticks';
import type { Layout } from '../scene/lay-out';
import { formatMoment } from '../words/durations';
import { Transport, type TransportProps } from './transport';

type Props = Pick<TransportProps, 'speech' | 'isPlaying' | 'speed' | 'onScrub'> & {
  readonly run: FigureRun;
  readonly layout: Layout;
  readonly ms: number;
};

/** The transport of a run at a moment, its scrubber along the run's picture. */
export function Playback({ run, layout, ms, ...rest }: Props) {
  return (
    <Transport
      {...rest}
      at={partOf(layout, ms)}
      ticks={ticksOf(run, layout, ms)}
      folds={foldsOf(layout)}
      time={formatMoment(ms - run.originMs, run.shortestFlightMs)}
      step={stepAt(run.steps, ms) + 1}
      steps={run.steps.length}
      isAtEnd={ms >= run.endMs}
    />
  );
}
