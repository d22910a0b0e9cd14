import { run } from '../simulation/run';
import { takeMeasure } from '../simulation/take-measure';
import type { Timeline } from '../simulation/timeline';
import type { Strike } from './fates';
import { OLD } from './outcome';
import type { Question } from './question';
import { struck } from './scenario-of';

/** What comes of a schedule that is played from zero by `run`. */
export interface Replayed {
  readonly violatedMs: number | null;
  readonly reopensMs: number | null;
  /** Every segment that was to be struck was sent. */
  readonly isWhole: boolean;
}

/** Plays a schedule from zero: once to see when the four-tuple is free, then with the new connection that opens at that moment. */
export function replay(question: Question, strikes: readonly Strike[]): Replayed {
  const alone = run(struck(question, strikes, null));
  const reopensMs = endOf(alone, 'client');
  const timeline = reopensMs === null ? alone : run(struck(question, strikes, reopensMs));
  return { violatedMs: violationIn(question, timeline), reopensMs, isWhole: timeline.unmatchedFaults.length === 0 };
}

function violationIn({ ask }: Question, timeline: Timeline): number | null {
  if (ask === 'old-octets') {
    const foreign = timeline.deliveries.find(({ fromIncarnation, incarnation }) => fromIncarnation !== incarnation);
    return foreign?.atMs ?? null;
  }
  const leftBy = String(takeMeasure(timeline, { measure: 'leftBy', socket: 's1', state: 'LAST_ACK' }));
  return leftBy === 'timeout' || leftBy.startsWith('RST') ? endOf(timeline, 'server') : null;
}

/** When a side's end of the old connection was gone. */
function endOf({ connections }: Timeline, host: string): number | null {
  return connections.find((one) => one.host === host && one.incarnation === OLD)?.closedMs ?? null;
}
