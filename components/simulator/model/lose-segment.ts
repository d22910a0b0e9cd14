import type { Fault } from '@/engine/simulation/scenario';
import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import { selectorOf, strikes } from './select-segment';

export function isLostByFault(segment: SegmentRecord, timeline: Timeline): boolean {
  return timeline.scenario.faults.some((fault) => fault.action === 'drop' && strikes(fault, segment, timeline));
}

export function isCopied(segment: SegmentRecord, timeline: Timeline): boolean {
  return timeline.scenario.faults.some((fault) => fault.action === 'duplicate' && strikes(fault, segment, timeline));
}

/** The faults with this segment lost; or, where a fault loses it already, without that. */
export function toggleLoss(segment: SegmentRecord, timeline: Timeline): readonly Fault[] {
  const { faults } = timeline.scenario;
  const kept = faults.filter((fault) => fault.action !== 'drop' || !strikes(fault, segment, timeline));
  if (kept.length < faults.length) return kept;
  return [...faults, { match: selectorOf(segment, timeline), action: 'drop' }];
}

/** The faults with this segment `byMs` later than now; never earlier than the link would have it. */
export function delaySegment(segment: SegmentRecord, byMs: number, timeline: Timeline): readonly Fault[] {
  const { faults } = timeline.scenario;
  const others = faults.filter((fault) => fault.action !== 'delay' || !strikes(fault, segment, timeline));
  const total = segment.delayedByMs + byMs;
  return total > 0 ? [...others, { match: selectorOf(segment, timeline), action: 'delay', byMs: total }] : others;
}

/** The faults with a copy of this segment made by the network; or without, where there is one. */
export function toggleCopy(segment: SegmentRecord, byMs: number, timeline: Timeline): readonly Fault[] {
  const { faults } = timeline.scenario;
  const kept = faults.filter((fault) => fault.action !== 'duplicate' || !strikes(fault, segment, timeline));
  if (kept.length < faults.length) return kept;
  return [...faults, { match: selectorOf(segment, timeline), action: 'duplicate', byMs }];
}
