import { run } from '../simulation/run';
import type { Fault, Scenario, SegmentSelector } from '../simulation/scenario';
import { segmentName, selectSegments } from '../simulation/select-segments';
import type { Timeline } from '../simulation/timeline';
import type { Strike } from './fates';
import { OLD } from './outcome';
import type { Question } from './question';
import type { Violation } from './schedule';
import { HANDSHAKE, setUp } from './set-up';

/** How much of the run is shown after what the question asks about. */
const AFTERWARDS_MS = 500;

/** A schedule as a scenario that the simulator plays, its faults named as a reader sees the segments: "the second FIN, ACK of the server". */
export function scenarioOf(question: Question, { strikes, reopensMs, violatedMs }: Violation): Scenario {
  const plain = { ...struck(question, strikes, reopensMs), endMs: violatedMs + AFTERWARDS_MS };
  const timeline = run(plain);
  const faults = plain.faults.map((fault) => ({ ...fault, match: named(timeline, fault.match) }));
  return { ...plain, faults };
}

/** The set-up with these strikes as faults, each segment named by its place among all that its side sends. */
export function struck(question: Question, strikes: readonly Strike[], reopensMs: number | null): Scenario {
  return { ...setUp(question, reopensMs), faults: strikes.map((strike) => faultOf(strike, question.oneWayMs)) };
}

function faultOf({ side, nth, fate }: Strike, oneWayMs: number): Fault {
  const to = side === 'client' ? 'server' : 'client';
  const match = { from: side, to, incarnation: OLD, occurrence: HANDSHAKE[side] + nth };
  const byMs = (fate.arrivalsMs.at(-1) ?? oneWayMs) - oneWayMs;
  if (fate.kind === 'loss') return { match, action: 'drop' };
  return { match, action: fate.kind === 'duplicate' ? 'duplicate' : 'delay', byMs };
}

/** The same segment by its flags and its place among those with the same flags. */
function named(timeline: Timeline, match: SegmentSelector): SegmentSelector {
  const [segment] = selectSegments(timeline, match);
  if (segment === undefined) return match;
  const { from, to, incarnation } = match;
  const byFlags = { from, to, incarnation, flags: segmentName(segment) };
  return { ...byFlags, occurrence: selectSegments(timeline, byFlags).indexOf(segment) + 1 };
}
