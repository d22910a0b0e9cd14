import type { FigureRun } from '../model/figure-run';
import { labelOf } from '../scene/wordings';
import { formatMoment } from './durations';
import { laneNameOf } from './host-names';
import type { Speech } from './speech';

/** A segment in one sentence: for whoever cannot see the arrow. */
export function segmentName(id: number, run: FigureRun, speech: Speech): string {
  const { timeline, originMs, shortestFlightMs } = run;
  const segment = timeline.segments[id];
  if (!segment) return '';
  return speech.plain('segment.name', {
    segment: labelOf(segment),
    from: laneNameOf(segment.fromLane, segment.from, timeline, speech),
    to: laneNameOf(segment.toLane, segment.to, timeline, speech),
    time: formatMoment(segment.sentMs - originMs, shortestFlightMs),
    arrives: formatMoment(segment.arrivesMs - originMs, shortestFlightMs),
    fate: segment.fate.replace(' ', '_'),
  });
}
