import { memo, type ReactNode } from 'react';
import type { Timeline } from '@/engine/simulation/timeline';
import type { ComparedRow } from '../model/compare-rows';
import type { Row } from '../model/rows';
import { formatMoment } from '../words/durations';
import { RowSentence } from '../words/event-sentence';
import { laneNameOf } from '../words/host-names';
import type { Speech } from '../words/speech';
import { StateChip } from './state-chip';

interface EventTableProps {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
  /** The rows beside those of the run that this one is compared with; absent: there is none. */
  readonly compared?: readonly ComparedRow[] | null;
  /** Both stand side by side: their tables do too, and what is gone in one is in the other. */
  readonly pairLabel?: string;
  /** That run. */
  readonly other?: Timeline;
  /** Moment of the current step: its rows are marked, later ones are quiet. */
  readonly currentMs: number;
  readonly pickedId: number | null;
  readonly shortestFlightMs: number;
  readonly speech: Speech;
  readonly isOpen: boolean;
  /** Of the disclosure. */
  readonly name?: string;
}

/** The whole run in words: the same events as the picture, one row each. */
export const EventTable = memo(function EventTable(props: EventTableProps) {
  const { rows, compared, other, pairLabel, speech, isOpen, name = 'events' } = props;
  const shown = compared ?? rows.map((row): ComparedRow => ({ how: 'same', row }));
  return (
    <details className="events-box" data-details={name} open={isOpen}>
      <summary>
        {pairLabel ? speech.plain('compare.table', { label: pairLabel }) : speech.plain('table.summary')}
      </summary>
      <div className="tablewrap">
        <table className="events">
          <caption className="vh">
            {speech.plain('table.caption')} {pairLabel}
          </caption>
          <thead>
            <tr>
              <th scope="col">{speech.plain('table.time')}</th>
              <th scope="col">{speech.plain('table.host')}</th>
              <th scope="col">{speech.plain('table.what')}</th>
              <th scope="col">{speech.plain('table.state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) =>
              each.how === 'gone' ? (
                other &&
                !pairLabel && <GoneRow key={`gone-${each.row.key}`} {...props} timeline={other} row={each.row} />
              ) : (
                <EventRow key={each.row.key} {...props} compared={each} />
              ),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
});

function EventRow({
  compared,
  timeline,
  currentMs,
  pickedId,
  pairLabel,
  shortestFlightMs,
  speech,
}: Omit<EventTableProps, 'compared'> & { readonly compared: ComparedRow }) {
  const { row, how } = compared;
  const isNow = row.atMs === currentMs;
  const classes = [
    isNow ? 'now' : row.atMs > currentMs ? 'later' : '',
    pickedId !== null && row.segments.includes(pickedId) ? 'picked' : '',
  ];
  const sign = pairLabel ? '≠' : '+';
  const moment = (ms: number) => formatMoment(ms - timeline.scenario.originMs, shortestFlightMs);
  return (
    <tr
      className={classes.filter(Boolean).join(' ') || undefined}
      data-moment={row.atMs}
      aria-current={isNow ? 'step' : undefined}
    >
      <Cells row={row} timeline={timeline} shortestFlightMs={shortestFlightMs} speech={speech}>
        {how === 'new' && <RowMark sign={sign} word={speech.plain(pairLabel ? 'compare.only' : 'table.new')} />}
        {how === 'moved' && (
          <RowMark
            sign={sign}
            word={speech.plain(pairLabel ? 'compare.there' : 'table.moved', { time: moment(compared.otherMs) })}
          />
        )}
      </Cells>
    </tr>
  );
}

/** What happened in the run that this one is compared with, and does not in this one. */
function GoneRow(props: CellsProps) {
  return (
    <tr className="gone-row">
      <Cells {...props}>
        <RowMark sign="−" word={props.speech.plain('table.gone')} />
      </Cells>
    </tr>
  );
}

type CellsProps = Pick<EventTableProps, 'timeline' | 'shortestFlightMs' | 'speech'> & { readonly row: Row };

/** When, where, what and then which state; `children` stand before the sentence. */
function Cells({ row, timeline, shortestFlightMs, speech, children }: CellsProps & { readonly children: ReactNode }) {
  return (
    <>
      <td>{formatMoment(row.atMs - timeline.scenario.originMs, shortestFlightMs)}</td>
      <td className="host">{laneNameOf(row.lane, row.host, timeline, speech)}</td>
      <td>
        {children}
        <RowSentence row={row} timeline={timeline} speech={speech} />
      </td>
      <td>
        <StateChip state={row.stateAfter} />
      </td>
    </>
  );
}

function RowMark({ sign, word }: { readonly sign: '+' | '≠' | '−'; readonly word: string }) {
  return (
    <span className={`row-mark ${sign === '−' ? 'minus' : 'plus'}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
