import { localKeys, readLocal, removeLocal, writeLocal } from './local';

const PREFIX = '2msl:open-draft:';

/** What was being typed to an open question when the page was left. */
export function openDraft(id: string): string {
  return readLocal(PREFIX + id) ?? '';
}

/** Keeps it with every letter; nothing is kept of nothing. */
export function keepOpenDraft(id: string, text: string): void {
  if (text === '') removeLocal(PREFIX + id);
  else writeLocal(PREFIX + id, text);
}

export function forgetOpenDrafts(): void {
  for (const key of localKeys(PREFIX)) removeLocal(key);
}
