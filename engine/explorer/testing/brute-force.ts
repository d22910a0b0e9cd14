import { run } from '../../simulation/run';
import type { Fault } from '../../simulation/scenario';
import type { SegmentRecord, Timeline } from '../../simulation/timeline';
import type { Question, Side } from '../question';
import { HANDSHAKE, setUp } from '../set-up';

/*
 * The explorer's answer reached a second way: every assignment of fates to the first segments of each side is written out beforehand,
 * sent or not, and each is played from zero. Assignments that differ only for segments never sent are one schedule.
 */

interface Slot {
  readonly side: Side;
  readonly nth: number;
}

interface Assigned extends Slot {
  readonly fault: Fault;
}

export interface BruteAnswer {
  readonly assignments: number;
  readonly schedules: number;
  readonly violations: number;
  /** Fewest faults with a violation, and its earliest moment among those. */
  readonly smallest: { readonly faults: number; readonly violatedMs: number } | null;
}

export function bruteForce(question: Question): BruteAnswer {
  const slots = question.sides.flatMap((side) =>
    Array.from({ length: question.segments }, (_, index): Slot => ({ side, nth: index + 1 })),
  );
  const outcomes = new Map<string, { readonly faults: number; readonly violatedMs: number | null }>();
  let assignments = 0;
  for (const assigned of choose(slots, question.faults, question)) {
    assignments += 1;
    const played = play(question, assigned);
    if (played !== null) outcomes.set(played.key, played);
  }
  const violating = [...outcomes.values()].flatMap(({ faults, violatedMs }) =>
    violatedMs === null ? [] : [{ faults, violatedMs }],
  );
  const [smallest = null] = violating.sort((a, b) => a.faults - b.faults || a.violatedMs - b.violatedMs);
  return { assignments, schedules: outcomes.size, violations: violating.length, smallest };
}

/** Every way to strike at most so many of the slots. */
function choose([slot, ...others]: readonly Slot[], most: number, question: Question): Assigned[][] {
  if (slot === undefined) return [[]];
  const spared = choose(others, most, question);
  if (most === 0) return spared;
  const rest = choose(others, most - 1, question);
  return [...spared, ...faultsOn(slot, question).flatMap((fault) => rest.map((more) => [{ ...slot, fault }, ...more]))];
}

function faultsOn({ side, nth }: Slot, { kinds, mslMs, oneWayMs, tickMs }: Question): Fault[] {
  const to = side === 'client' ? 'server' : 'client';
  const match = { from: side, to, incarnation: 1, occurrence: HANDSHAKE[side] + nth };
  const ticks = Array.from({ length: Math.floor(mslMs / tickMs) }, (_, index) => (index + 1) * tickMs);
  const late = ticks.filter((ms) => ms > oneWayMs).map((ms) => ms - oneWayMs);
  return [
    ...(kinds.includes('loss') ? [{ match, action: 'drop' } as const] : []),
    ...(kinds.includes('delay') ? late.map((byMs) => ({ match, action: 'delay', byMs }) as const) : []),
    ...(kinds.includes('duplicate') ? late.map((byMs) => ({ match, action: 'duplicate', byMs }) as const) : []),
  ];
}

/** Null where a loss struck an ACK that is assumed to arrive. */
function play(question: Question, assigned: readonly Assigned[]) {
  const faults = assigned.map(({ fault }) => fault);
  const first = run({ ...setUp(question, null), faults });
  const freeMs = first.connections.find(({ host }) => host === 'client')?.closedMs ?? null;
  const isSecond = question.ask === 'old-octets' && freeMs !== null;
  const timeline = isSecond ? run({ ...setUp(question, freeMs), faults }) : first;
  const sent = assigned.filter((_, index) => !timeline.unmatchedFaults.includes(index));
  if (question.lastAckArrives && sent.some((one) => isLostLastAck(timeline, one))) return null;
  return { key: JSON.stringify(sent), faults: sent.length, violatedMs: violation(question, timeline) };
}

function isLostLastAck(timeline: Timeline, { side, nth, fault }: Assigned): boolean {
  if (side !== 'client' || fault.action !== 'drop') return false;
  const own = timeline.segments.filter((one) => one.from === 'client' && one.incarnation === 1 && one.copyOf === null);
  const lost = own[HANDSHAKE.client + nth - 1];
  return lost !== undefined && setsTheClock(timeline, lost);
}

/** Sent when the other side's FIN was taken, or when the clock of TIME_WAIT was set once more. */
function setsTheClock({ entries, timers }: Timeline, { sentIn }: SegmentRecord): boolean {
  const entry = entries[sentIn];
  if (entry === undefined) return false;
  const { before, after, atMs, connection } = entry;
  if (before !== after) return after === 'TIME_WAIT';
  const isSet = timers.some((one) => one.timer === 'time-wait' && one.fromMs === atMs && one.connection === connection);
  return before === 'TIME_WAIT' && isSet;
}

function violation({ ask }: Question, { deliveries, intervals, entries, segments, connections }: Timeline) {
  if (ask === 'old-octets') {
    return deliveries.find((one) => one.fromIncarnation !== one.incarnation)?.atMs ?? null;
  }
  const server = connections.find(({ host }) => host === 'server');
  const last = intervals.findLast(({ connection, state }) => connection === server?.id && state === 'LAST_ACK');
  const cause = last?.leftIn == null ? undefined : entries[last.leftIn]?.cause;
  const isAck = cause?.type === 'segment' && segments[cause.segment]?.kind !== 'rst';
  return cause === undefined || isAck ? null : (server?.closedMs ?? null);
}
