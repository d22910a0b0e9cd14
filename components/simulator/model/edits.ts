import type { Fault, SegmentSelector } from '@/engine/simulation/scenario';
import type { Timeline } from '@/engine/simulation/timeline';
import type { Figure } from '@/model/figure';
import { sameFault } from './select-segment';

/** What a reader has done to one segment, and whether this run has that segment at all. */
export interface Edit {
  readonly fault: Fault;
  /** `lifted`: a fault of the figure itself that was taken out. */
  readonly status: 'acts' | 'unmatched' | 'lifted';
  /** Whether the figure has this fault by itself. */
  readonly isOfFigure: boolean;
}

/**
 * The reader's edits in the order in which they were made, then the figure's own faults that were lifted. A fault of the
 * figure that stands as it was is only told of when it finds nothing.
 */
export function editsOf(figure: Figure, timeline: Timeline): readonly Edit[] {
  const own = figure.scenario.faults;
  const { faults } = timeline.scenario;
  const isOfFigure = (fault: Fault) => own.some((other) => isEqual(fault, other));
  const standing = faults.map((fault, index): Edit => {
    const status = timeline.unmatchedFaults.includes(index) ? 'unmatched' : 'acts';
    return { fault, status, isOfFigure: isOfFigure(fault) };
  });
  const lifted = own
    .filter((fault) => !faults.some((other) => isEqual(fault, other)))
    .map((fault): Edit => ({ fault, status: 'lifted', isOfFigure: true }));
  return [...standing.filter((edit) => !edit.isOfFigure || edit.status === 'unmatched'), ...lifted];
}

/** The faults without this edit: a fault is taken out, a lifted one put back. */
export function withoutEdit({ fault, status }: Edit, faults: readonly Fault[]): readonly Fault[] {
  return status === 'lifted' ? [...faults, fault] : faults.filter((other) => !isEqual(fault, other));
}

/** The faults with this edit's delay longer or shorter by `byMs`; one that comes to nothing is taken out. */
export function withLater({ fault }: Edit, byMs: number, faults: readonly Fault[]): readonly Fault[] {
  if (fault.action === 'drop') return faults;
  const total = Math.max(0, fault.byMs + byMs);
  if (total === 0 && fault.action === 'delay') return faults.filter((other) => !isEqual(fault, other));
  return faults.map((other) => (isEqual(fault, other) ? { ...fault, byMs: total } : other));
}

function isEqual(a: Fault, b: Fault): boolean {
  return sameFault(a, b) && (a.action === 'drop' || b.action === 'drop' || a.byMs === b.byMs);
}

/** "FIN, ACK" for 'FIN,ACK'; what a selector without flags names has none. */
export function flagsOf({ flags = '' }: SegmentSelector): string {
  return flags.replaceAll(' ', '').replaceAll(',', ', ');
}
