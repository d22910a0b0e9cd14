import type { Fault, SegmentSelector } from '@/engine/simulation/scenario';
import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';

/**
 * Names a segment by what a reader sees of it, so that a fault or a choice survives a run that is made anew. Counts as
 * the engine counts: among the segments sent that match everything else, copies made by the network left out.
 */
export function selectorOf(segment: SegmentRecord, timeline: Timeline): SegmentSelector {
  const original = segment.copyOf === null ? segment : (timeline.segments[segment.copyOf] ?? segment);
  const bare: SegmentSelector = {
    from: original.from,
    to: original.to,
    incarnation: original.incarnation,
    flags: original.kind === 'data' ? 'DATA' : bareFlags(original),
    relativeSeq: original.relativeSeq,
  };
  const same = timeline.segments.filter((other) => matches(bare, other));
  return { ...bare, occurrence: same.findIndex((other) => other.id === original.id) + 1 };
}

/** The segment that a selector with an occurrence names, if this run has it. */
export function findSegment(selector: SegmentSelector, timeline: Timeline): SegmentRecord | null {
  return timeline.segments.filter((segment) => matches(selector, segment))[(selector.occurrence ?? 1) - 1] ?? null;
}

function matches(selector: SegmentSelector, segment: SegmentRecord): boolean {
  if (segment.copyOf !== null || segment.from !== selector.from || segment.to !== selector.to) return false;
  if (selector.incarnation !== undefined && selector.incarnation !== segment.incarnation) return false;
  if (selector.relativeSeq !== undefined && selector.relativeSeq !== segment.relativeSeq) return false;
  if (selector.flags === undefined) return true;
  if (selector.flags === 'DATA') return segment.length > 0;
  return selector.flags.replaceAll(' ', '') === bareFlags(segment);
}

/** Flags as a selector has them: 'FIN,ACK'. PSH does not count. */
function bareFlags(segment: SegmentRecord): string {
  const flags = segment.flags.split(', ').filter((flag) => flag !== 'PSH');
  return flags.join(',');
}

export function sameFault(a: Fault, b: Fault): boolean {
  return a.action === b.action && sameSelector(a.match, b.match);
}

export function sameSelector(a: SegmentSelector, b: SegmentSelector): boolean {
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
  if (!matches(fault.match, segment)) return false;
  return fault.match.occurrence === undefined || findSegment(fault.match, timeline)?.id === segment.id;
}
