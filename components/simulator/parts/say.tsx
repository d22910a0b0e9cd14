import type { FigureRun } from '../model/figure-run';
import { stepAt } from '../model/rows';
import { RowSentence } from '../words/event-sentence';
import { laneNameOf } from '../words/host-names';
import type { Speech } from '../words/speech';
import { StateChip } from './state-chip';

interface SayProps {
  readonly run: FigureRun;
  readonly ms: number;
  readonly speech: Speech;
}

/** One sentence about the newest step: who did what, and in which state that left them. */
export function Say({ run, ms, speech }: SayProps) {
  const step = run.steps[stepAt(run.steps, ms)];
  return (
    <p className="say">
      {step === undefined
        ? speech.plain('home.before')
        : step.rows.map((row) => (
            <span key={row.key}>
              <b>{laneNameOf(row.lane, row.host, run.timeline, speech)}</b>
              {speech.plain('home.colon')}
              <RowSentence row={row} timeline={run.timeline} speech={speech} />
              {speech.plain('home.then')}
              <StateChip state={row.stateAfter} />
              {speech.plain('home.stop')}
            </span>
          ))}
    </p>
  );
}
