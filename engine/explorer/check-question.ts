import type { Question } from './question';

/** Why a question cannot be asked: which bound is at fault and what it must be. */
export interface Problem {
  readonly bound: keyof Question;
  readonly must: 'whole' | 'at least' | 'at most' | 'named';
  /** The least or the greatest that is possible, a number or another bound. */
  readonly limit: number | keyof Question;
}

/** A run ends after an hour; there must be room for every retransmission. */
const LONGEST_MS = 600_000;

/** A round trip must be shorter than the first RTO of every profile, a second, or the handshake would be sent twice. */
const LONGEST_WAY_MS = 400;

/** One segment of the smallest MSS that a profile has. */
const MOST_OCTETS = 500;

const LIMITS = [
  ['mslMs', 1, LONGEST_MS],
  ['timeWaitMs', 0, LONGEST_MS],
  ['oneWayMs', 1, LONGEST_WAY_MS],
  ['tickMs', 1, LONGEST_MS],
  ['faults', 0, 8],
  ['segments', 1, 100],
] as const;

/** The first thing that is wrong with a question, or null. */
export function problemOf(question: Question): Problem | null {
  const least = question.ask === 'old-octets' ? 1 : 0;
  for (const [bound, from, to] of [...LIMITS, ['octets', least, MOST_OCTETS] as const]) {
    const value = question[bound];
    if (!Number.isInteger(value)) return { bound, must: 'whole', limit: 0 };
    if (value < from) return { bound, must: 'at least', limit: from };
    if (value > to) return { bound, must: 'at most', limit: to };
  }
  if (question.oneWayMs > question.mslMs) return { bound: 'oneWayMs', must: 'at most', limit: 'mslMs' };
  if (question.kinds.length === 0) return { bound: 'kinds', must: 'named', limit: 1 };
  if (question.sides.length === 0) return { bound: 'sides', must: 'named', limit: 1 };
  return null;
}
