import type { SegmentSelector } from './scenario';
import type { SegmentRecord, Timeline } from './timeline';

/** The segments of a run that a selector names, copies made by the network left out. */
export function selectSegments(timeline: Timeline, selector: SegmentSelector): readonly SegmentRecord[] {
  const matching = timeline.segments.filter((segment) => segment.copyOf === null && matches(segment, selector));
  if (selector.occurrence === undefined) return matching;
  return matching.slice(selector.occurrence - 1, selector.occurrence);
}

function matches(segment: SegmentRecord, { from, to, incarnation, flags, relativeSeq }: SegmentSelector): boolean {
  return (
    segment.from === from &&
    segment.to === to &&
    (incarnation === undefined || segment.incarnation === incarnation) &&
    (relativeSeq === undefined || segment.relativeSeq === relativeSeq) &&
    (flags === undefined ||
      (flags === 'DATA' ? segment.length > 0 : controlBits(segment) === flags.replaceAll(' ', '')))
  );
}

/** Control bits without PSH and without spaces: 'FIN,ACK'. */
function controlBits(segment: SegmentRecord): string {
  return segment.flags
    .split(', ')
    .filter((flag) => flag !== 'PSH')
    .join(',');
}

/** How selectors and measures call a segment: 'DATA' if it carries text and neither SYN nor FIN, else its control bits. */
export function segmentName(segment: SegmentRecord): string {
  return segment.kind === 'data' ? 'DATA' : controlBits(segment);
}
