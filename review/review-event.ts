import type { Confidence } from '../model/question';

/** One answer to a question, as the schedule sees it. An answer is never changed, so a log of them only grows. */
export interface ReviewEvent {
  /** Made by the client that took the answer: the same id is the same answer, however often it arrives. */
  readonly id: string;
  readonly questionId: string;
  /** When it was given, ms since 1970. */
  readonly atMs: number;
  /** Share of the question that was right, 0 … 1; of an open question, as the learner judged it by the rubric. */
  readonly score: number;
  readonly confidence: Confidence | null;
  /** An open question is judged by its learner, and few recall every point. */
  readonly open: boolean;
}

/** Each answer once, oldest first; two of the same moment by their ids, so that every device has the same order. */
export function inOrder(log: readonly ReviewEvent[]): ReviewEvent[] {
  const byId = new Map(log.map((event) => [event.id, event]));
  return [...byId.values()].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}
