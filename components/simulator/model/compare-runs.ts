import { segmentName } from '@/engine/simulation/select-segments';
import type { SegmentRecord, StateInterval, Timeline } from '@/engine/simulation/timeline';

/** How a run differs from another of the same figure. Segments are compared by their names and not by their places in a run. */
export interface RunDiff {
  readonly other: Timeline;
  /** Segments of this run that the other has not (`new`) or in which it differs (`changed`), by id. */
  readonly segments: ReadonlyMap<number, 'new' | 'changed'>;
  /** Segments of the other run that this one has not, and those that it draws elsewhere: as they were. */
  readonly gone: readonly SegmentRecord[];
  readonly counts: { readonly added: number; readonly gone: number; readonly changed: number; readonly states: number };
  isChangedState(interval: StateInterval): boolean;
}

/** Null where the two runs do not differ in anything that is drawn. */
export function compareRuns(timeline: Timeline, other: Timeline): RunDiff | null {
  const names = segmentNames(timeline);
  const otherNames = segmentNames(other);
  const before = new Map(other.segments.map((segment) => [otherNames[segment.id], segment]));
  const now = new Set(names);
  const segments = new Map<number, 'new' | 'changed'>();
  const moved: SegmentRecord[] = [];
  for (const segment of timeline.segments) {
    const was = before.get(names[segment.id]);
    if (!was) segments.set(segment.id, 'new');
    else if (!isSame(segment, was)) {
      segments.set(segment.id, 'changed');
      if (!isDrawnAlike(segment, was)) moved.push(was);
    }
  }
  const lost = other.segments.filter((segment) => !now.has(otherNames[segment.id] ?? ''));
  const intervals = new Set(other.intervals.map(intervalName));
  const isChangedState = (interval: StateInterval) => !intervals.has(intervalName(interval));
  const changed = [...segments.values()].filter((how) => how === 'changed').length;
  const states = timeline.intervals.filter(isChangedState).length;
  if (segments.size === 0 && lost.length === 0 && states === 0) return null;
  return {
    other,
    segments,
    gone: [...lost, ...moved].sort((a, b) => a.sentMs - b.sentMs),
    counts: { added: segments.size - changed, gone: lost.length, changed, states },
    isChangedState,
  };
}

/** By segment id, what a segment is called in every run that has it; a copy by its original. */
export function segmentNames(timeline: Timeline): readonly string[] {
  const counts = new Map<string, number>();
  const names: string[] = [];
  for (const segment of timeline.segments) {
    const { from, to, incarnation, relativeSeq, copyOf } = segment;
    const bare =
      copyOf === null
        ? [from, to, incarnation, segmentName(segment), relativeSeq].join(' ')
        : `copy of ${names[copyOf] ?? ''}`;
    const count = (counts.get(bare) ?? 0) + 1;
    counts.set(bare, count);
    names.push(`${bare} ${count}`);
  }
  return names;
}

function isSame(a: SegmentRecord, b: SegmentRecord): boolean {
  return isDrawnAlike(a, b) && a.reception === b.reception;
}

function isDrawnAlike(a: SegmentRecord, b: SegmentRecord): boolean {
  return a.sentMs === b.sentMs && a.arrivesMs === b.arrivesMs && a.fate === b.fate;
}

function intervalName({ lane, state, fromMs, toMs }: StateInterval): string {
  return [lane, state, fromMs, toMs].join(' ');
}
