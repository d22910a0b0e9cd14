import type { Settings } from '@/engine/simulation/settings';

/** The settings of a figure and how they came about. Nothing is mutated: undo is the entry before. */
export interface History {
  readonly past: readonly Settings[];
  readonly present: Settings;
  /** Which control made the newest change, and when: pulling a slider is one change, not fifty. */
  readonly by: string | null;
  readonly atMs: number;
}

export const UNTOUCHED: History = { past: [], present: {}, by: null, atMs: 0 };

const ONE_GESTURE_MS = 800;
const LONGEST = 100;

/** `nowMs` is the wall clock. */
export function change(history: History, settings: Settings, by: string, nowMs: number): History {
  const continues = history.by === by && nowMs - history.atMs < ONE_GESTURE_MS;
  const past = continues ? history.past : [...history.past, history.present].slice(-LONGEST);
  return { past, present: settings, by, atMs: nowMs };
}

export function undo(history: History): History {
  const previous = history.past.at(-1);
  return previous === undefined ? history : { ...UNTOUCHED, past: history.past.slice(0, -1), present: previous };
}
