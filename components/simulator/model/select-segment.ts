import type { Fault, SegmentSelector } from '@/engine/simulation/scenario';
import { segmentName, selectSegments } from '@/engine/simulation/select-segments';
import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';

/**
 * Names a segment by what a reader sees of it, so that a fault or a choice survives a run that is made anew. A copy made
 * by the network is named by its original.
 */
export function selectorOf(segment: SegmentRecord, timeline: Timeline): SegmentSelector {
  const original = segment.copyOf === null ? segment : (timeline.segments[segment.copyOf] ?? segment);
  const { from, to, incarnation, relativeSeq } = original;
  const bare = { from, to, incarnation, flags: segmentName(original), relativeSeq };
  const same = selectSegments(timeline, bare);
  return { ...bare, occurrence: same.findIndex((other) => other.id === original.id) + 1 };
}

/** The segment that a selector with an occurrence names, if this run has it. */
export function findSegment(selector: SegmentSelector, timeline: Timeline): SegmentRecord | null {
  return selectSegments(timeline, selector)[0] ?? null;
}

export function sameFault(a: Fault, b: Fault): boolean {
  return a.action === b.action && sameSelector(a.match, b.match);
}

function sameSelector(a: SegmentSelector, b: SegmentSelector): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.incarnation === b.incarnation &&
    a.flags?.replaceAll(' ', '') === b.flags?.replaceAll(' ', '') &&
    a.relativeSeq === b.relativeSeq &&
    a.occurrence === b.occurrence
  );
}

/** Whether a fault strikes this segment of this run. */
export function strikes(fault: Fault, segment: SegmentRecord, timeline: Timeline): boolean {
  const id = segment.copyOf ?? segment.id;
  return selectSegments(timeline, fault.match).some((struck) => struck.id === id);
}
