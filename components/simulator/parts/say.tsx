import type { SegmentRecord } from '@/engine/simulation/timeline';
import type { FigureRun } from '../model/figure-run';
import { isLostByFault } from '../model/lose-segment';
import { stepAt } from '../model/rows';
import { RowSentence, shortName } from '../words/event-sentence';
import { laneNameOf } from '../words/host-names';
import type { Speech } from '../words/speech';
import { StateChip } from './state-chip';

interface SayProps {
  readonly run: FigureRun;
  readonly ms: number;
  readonly picked: SegmentRecord | null;
  readonly speech: Speech;
}

/** One sentence about the newest step: who did what, and in which state that left them; and what a reader can do about it. */
export function Say({ run, ms, picked, speech }: SayProps) {
  const isLost = picked !== null && isLostByFault(picked, run.timeline);
  return (
    <div className="say">
      <Sentence run={run} ms={ms} speech={speech} />
      <div className="do only-with-script">
        {picked ? (
          <button type="button" className="btn small" data-act="drop">
            {speech.plain(isLost ? 'home.restore' : 'home.lose', { segment: shortName(picked) })}
          </button>
        ) : (
          speech.plain('inspector.none')
        )}
      </div>
    </div>
  );
}

function Sentence({ run, ms, speech }: Omit<SayProps, 'picked'>) {
  const step = run.steps[stepAt(run.steps, ms)];
  return (
    <p>
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
