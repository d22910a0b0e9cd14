import { memo } from 'react';
import { fill } from '../../client/fill';
import type { FigureRun } from '../../simulator/model/figure-run';
import type { Row } from '../../simulator/model/rows';
import { StateChip } from '../../simulator/parts/state-chip';
import { formatMoment } from '../../simulator/words/durations';
import { laneNameOf } from '../../simulator/words/host-names';
import type { Speech } from '../../simulator/words/speech';
import type { CapturePicture } from './capture-picture';
import { endId } from './ends';
import { rowSays } from './event-words';
import type { CaptureWords } from './words';

interface Props {
  readonly run: FigureRun;
  readonly picture: CapturePicture;
  readonly words: CaptureWords;
  readonly speech: Speech;
  readonly currentMs: number;
  readonly pickedId: number | null;
  readonly isOpen: boolean;
}

/** The same events as the picture, one row each; estimated times and states that are not the only ones are marked. */
export const CaptureEvents = memo(function CaptureEvents({
  run,
  picture,
  words,
  speech,
  currentMs,
  pickedId,
  isOpen,
}: Props) {
  const watched = new Set(
    picture.connections.filter(({ isWatched }) => isWatched).map(({ host, localPort }) => endId(host, localPort)),
  );
  const begun = new Map(run.timeline.connections.map(({ id, openedMs }) => [id, openedMs]));
  // Before its first state shows, an end may be in any: it listens, say.
  const hasBegun = (row: Row) =>
    row.entries.some(({ connection }) => connection !== null && (begun.get(connection) ?? Infinity) <= row.atMs);
  const unsure = (row: Row) =>
    run.timeline.intervals.some(
      (one) =>
        one.isUnsure === true &&
        one.lane === row.lane &&
        one.state === row.stateAfter &&
        one.fromMs <= row.atMs &&
        (one.toMs === null || row.atMs < one.toMs),
    );
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
            {run.rows.map((row) => {
              const time = formatMoment(row.atMs - run.originMs, run.shortestFlightMs);
              const isNow = row.atMs === currentMs;
              const classes = [
                isNow ? 'now' : row.atMs > currentMs ? 'later' : '',
                pickedId !== null && row.segments.includes(pickedId) ? 'picked' : '',
              ];
              return (
                <tr
                  key={row.key}
                  className={classes.filter(Boolean).join(' ') || undefined}
                  data-moment={row.atMs}
                  aria-current={isNow ? 'step' : undefined}
                >
                  <td>{watched.has(row.lane) ? time : fill(words.events.estimated, { time })}</td>
                  <td className="host">{laneNameOf(row.lane, row.host, run.timeline, speech)}</td>
                  <td>{rowSays(row, picture, words)}</td>
                  <td>
                    {!hasBegun(row) ? (
                      '–'
                    ) : (
                      <>
                        <StateChip state={row.stateAfter} />
                        {unsure(row) && '?'}
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
});
