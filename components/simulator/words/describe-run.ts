import type { FigureRun } from '../model/figure-run';
import { formatMoment } from './durations';
import { rowText } from './event-sentence';
import { laneNameOf } from './host-names';
import type { Speech } from './speech';

/** A run in words, event by event and no further than it goes: for a picture that may not tell how it ends. */
export function describeRun({ rows, timeline, originMs, shortestFlightMs }: FigureRun, speech: Speech): string {
  return rows
    .map((row) => {
      const host = laneNameOf(row.lane, row.host, timeline, speech);
      const time = formatMoment(row.atMs - originMs, shortestFlightMs);
      return `${time} s: ${speech.plain('live.row', { host, event: rowText(row, timeline, speech) })}`;
    })
    .join(' ');
}
