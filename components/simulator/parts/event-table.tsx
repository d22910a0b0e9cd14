import { memo } from 'react';
import type { Timeline } from '@/engine/simulation/timeline';
import type { Row } from '../model/rows';
import { formatMoment } from '../words/durations';
import { RowSentence } from '../words/event-sentence';
import { laneNameOf } from '../words/host-names';
import type { Speech } from '../words/speech';
import { StateChip } from './state-chip';

interface EventTableProps {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
  /** Moment of the current step: its rows are marked, later ones are quiet. */
  readonly currentMs: number;
  readonly pickedId: number | null;
  readonly shortestFlightMs: number;
  readonly speech: Speech;
  readonly isOpen: boolean;
}

/** The whole run in words: the same events as the picture, one row each. */
export const EventTable = memo(function EventTable(props: EventTableProps) {
  const { rows, timeline, speech, isOpen } = props;
  return (
    <details className="events-box" data-details="events" open={isOpen}>
      <summary>{speech.plain('table.summary')}</summary>
      <div className="tablewrap">
        <table className="events">
          <caption className="vh">{speech.plain('table.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{speech.plain('table.time')}</th>
              <th scope="col">{speech.plain('table.host')}</th>
              <th scope="col">{speech.plain('table.what')}</th>
              <th scope="col">{speech.plain('table.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <EventRow key={row.key} {...props} row={row} host={laneNameOf(row.lane, row.host, timeline, speech)} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
});

function EventRow({
  row,
  host,
  timeline,
  currentMs,
  pickedId,
  shortestFlightMs,
  speech,
}: EventTableProps & { readonly row: Row; readonly host: string }) {
  const isNow = row.atMs === currentMs;
  const classes = [
    isNow ? 'now' : row.atMs > currentMs ? 'later' : '',
    pickedId !== null && row.segments.includes(pickedId) ? 'picked' : '',
  ];
  return (
    <tr className={classes.filter(Boolean).join(' ')} data-moment={row.atMs} aria-current={isNow ? 'step' : undefined}>
      <td>{formatMoment(row.atMs - timeline.scenario.originMs, shortestFlightMs)}</td>
      <td className="host">{host}</td>
      <td>
        <RowSentence row={row} timeline={timeline} speech={speech} />
      </td>
      <td>
        <StateChip state={row.stateAfter} />
      </td>
    </tr>
  );
}
