import type { Settings } from '@/engine/simulation/settings';

/** The settings of a figure and how they came about. Nothing is mutated: undo is the entry before, redo the one after. */
export interface History {
  readonly past: readonly Settings[];
  readonly present: Settings;
  /** What was undone, the next to be done again first. */
  readonly future: readonly Settings[];
  /** Which control made the newest change, and when: pulling a slider is one change, not fifty. */
  readonly by: string | null;
  readonly atMs: number;
}

export const UNTOUCHED: History = { past: [], present: {}, future: [], by: null, atMs: 0 };

const ONE_GESTURE_MS = 800;
const LONGEST = 100;

/** Begins the name of a gesture that is one change for as long as it is held, however slowly. */
export const HELD = 'held ';

/** `nowMs` is the wall clock. */
export function change(history: History, settings: Settings, by: string, nowMs: number): History {
  const isOne = by.startsWith(HELD) || nowMs - history.atMs < ONE_GESTURE_MS;
  const past = history.by === by && isOne ? history.past : [...history.past, history.present].slice(-LONGEST);
  return { past, present: settings, future: [], by, atMs: nowMs };
}

export function undo(history: History): History {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  const future = [history.present, ...history.future];
  return { ...UNTOUCHED, past: history.past.slice(0, -1), present: previous, future };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { ...UNTOUCHED, past: [...history.past, history.present], present: next, future };
}
