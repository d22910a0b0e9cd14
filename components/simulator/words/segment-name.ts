import type { SegmentSelector } from '@/engine/simulation/scenario';
import type { RunDiff } from '../model/compare-runs';
import { flagsOf } from '../model/edits';
import type { FigureRun } from '../model/figure-run';
import { findSegment } from '../model/select-segment';
import { labelOf } from '../scene/wordings';
import { formatMoment } from './durations';
import { laneNameOf } from './host-names';
import type { Speech } from './speech';

/** A segment in one sentence: for whoever cannot see the arrow. */
export function segmentName(id: number, run: FigureRun, diff: RunDiff | null, speech: Speech): string {
  const { timeline, originMs, shortestFlightMs } = run;
  const segment = timeline.segments[id];
  if (!segment) return '';
  const how = diff?.segments.get(id) ?? 'same';
  return speech.plain('segment.name', {
    how,
    segment: labelOf(segment),
    from: laneNameOf(segment.fromLane, segment.from, timeline, speech),
    to: laneNameOf(segment.toLane, segment.to, timeline, speech),
    time: formatMoment(segment.sentMs - originMs, shortestFlightMs),
    arrives: formatMoment(segment.arrivesMs - originMs, shortestFlightMs),
    fate: segment.fate.replace(' ', '_'),
  });
}

/** What an edit is about: "FIN, ACK (2nd), Server to Client". Looked for in the runs given; else named by its hosts alone. */
export function selectorName(match: SegmentSelector, runs: readonly FigureRun[], speech: Speech): string {
  const hostOf = (end: 'from' | 'to') => {
    for (const { timeline } of runs) {
      const segment = findSegment({ ...match, occurrence: match.occurrence ?? 1 }, timeline);
      if (segment)
        return laneNameOf(end === 'from' ? segment.fromLane : segment.toLane, segment[end], timeline, speech);
    }
    const timeline = runs[0]?.timeline;
    return timeline ? laneNameOf('', match[end], timeline, speech) : match[end];
  };
  const flags = match.flags === 'DATA' ? speech.plain('edits.data') : flagsOf(match);
  return speech.plain('edits.segment', { flags, n: match.occurrence ?? 1, from: hostOf('from'), to: hostOf('to') });
}
