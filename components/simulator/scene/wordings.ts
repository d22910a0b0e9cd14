import type { SegmentRecord } from '@/engine/simulation/timeline';

const LONGEST_DATA = 8;

/** "seq=1001 len=100 ack=5001", as far as the segment has them. */
export function numbersOf(segment: SegmentRecord): string {
  const length = segment.length > 0 ? ` len=${segment.length}` : '';
  const ack = segment.ack === null ? '' : ` ack=${segment.ack}`;
  return `seq=${segment.seq}${length}${ack}`;
}

/** Short data names its segment better than PSH, ACK does. */
function isNamedByData(segment: SegmentRecord): boolean {
  return segment.kind === 'data' && segment.payload.length <= LONGEST_DATA;
}

function nameOf(segment: SegmentRecord): string {
  return isNamedByData(segment) ? `"${segment.payload}"` : segment.flags;
}

/** All that a label may say of a segment. */
export function labelOf(segment: SegmentRecord): string {
  const [fullest] = wordingsOf(segment);
  return `${fullest?.name} ${fullest?.numbers}`;
}

/** What a label may say, best first: name and all numbers, the sequence number alone, no number; at last FIN for FIN, ACK. */
export function wordingsOf(segment: SegmentRecord): readonly Wording[] {
  const name = nameOf(segment);
  const ack = segment.ack === null ? '' : ` ack=${segment.ack}`;
  const all = isNamedByData(segment) ? `seq=${segment.seq}${ack}` : numbersOf(segment);
  return [
    { name, numbers: all },
    { name, numbers: `seq=${segment.seq}` },
    { name, numbers: null },
    { name: segment.kind === 'fin' ? 'FIN' : name, numbers: null },
  ];
}

export interface Wording {
  readonly name: string;
  readonly numbers: string | null;
}
