import type { Strike } from './fates';

/** One way that the network may treat the segments of the old connection, and what comes of it. */
export interface Schedule {
  /** In order of sending; every other segment arrives on time. */
  readonly strikes: readonly Strike[];
  /** When what the question asks about happened; null where it did not. */
  readonly violatedMs: number | null;
  /** When the first side was free to open anew, where that came before the end of play. */
  readonly reopensMs: number | null;
}

/** A schedule in which what the question asks about happens. */
export interface Violation extends Schedule {
  readonly violatedMs: number;
}
