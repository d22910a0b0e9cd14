import { readLocal, removeLocal, writeLocal } from '@/components/client/local';

const DRAFT = '2msl:lab-draft';
const BEFORE = '2msl:lab-before';

/** The script that was being written when the page was left; null where none was. */
export function readDraft(): string | null {
  return readLocal(DRAFT);
}

export function writeDraft(script: string): void {
  writeLocal(DRAFT, script);
}

/** What was written before another scenario was opened over it. */
export function readBefore(): string | null {
  return readLocal(BEFORE);
}

/** Another scenario takes the place of the draft, which is kept aside. */
export function putAside(): void {
  const draft = readDraft();
  if (draft === null) return;
  writeLocal(BEFORE, draft);
  removeLocal(DRAFT);
}
