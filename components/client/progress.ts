import type { Progress } from '@/model/attempt';
import { onOtherTabs, readLocal, removeLocal, writeLocal } from './local';
import { createStore } from './store';

const KEY = '2msl:progress';

/**
 * What this browser knows of the learner's progress: the server's last word and what has happened here since. It is
 * kept in the browser, so that ticks stand at once and without a network, and a first visit asks nothing.
 */
export const progress = createStore<Progress | null>(load());

export function setProgress(next: Progress): void {
  writeLocal(KEY, JSON.stringify(next));
  progress.set(next);
}

export function forgetProgress(): void {
  removeLocal(KEY);
  progress.set(null);
}

export function followProgressOfOtherTabs(): () => void {
  return onOtherTabs(KEY, () => progress.set(load()));
}

function load(): Progress | null {
  try {
    const found = JSON.parse(readLocal(KEY) ?? 'null');
    return isProgress(found) ? found : null;
  } catch {
    return null;
  }
}

export function isProgress(found: unknown): found is Progress {
  return typeof found === 'object' && found !== null && 'chapters' in found && Array.isArray(found.chapters);
}
