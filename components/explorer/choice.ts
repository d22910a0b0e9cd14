import type { Ask, Question } from '@/engine/explorer/question';
import { questionOf } from '@/engine/explorer/question';

/** What a reader may choose; the rest of the bounds is fixed. */
export interface Choice {
  readonly ask: Ask;
  readonly timeWaitMs: number;
  readonly mslMs: number;
  readonly faults: number;
  /** The last ACK, and each that restarts the wait, may be lost and not only late. */
  readonly lastAckMayBeLost: boolean;
  readonly resetsEnd: boolean;
}

export const ASKS = ['old-octets', 'passive-end'] as const satisfies readonly Ask[];
export const MSLS_MS = [1000, 2000, 3000];
export const MOST_FAULTS = 4;
export const TIME_WAIT = { minMs: 0, maxMs: 8000, stepMs: 100 } as const;

/** Two MSL, two faults: the case that the chapter has argued for. */
export const FIRST: Choice = {
  ask: 'old-octets',
  timeWaitMs: 2000,
  mslMs: 1000,
  faults: 2,
  lastAckMayBeLost: false,
  resetsEnd: false,
};

export function asQuestion({ ask, timeWaitMs, mslMs, faults, lastAckMayBeLost, resetsEnd }: Choice): Question {
  return questionOf(ask, {
    timeWaitMs,
    mslMs,
    faults,
    lastAckArrives: !lastAckMayBeLost,
    resetsIgnored: !resetsEnd,
  });
}
