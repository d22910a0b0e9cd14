import { parseRunV1, writeRunV1 } from './share-link-v1';
import type { SharedRun } from './shared-run';

export type OpenedLink =
  | { readonly ok: true; readonly run: SharedRun }
  /** `newer`: written in a way that this edition does not know yet; `broken`: cut off or spoilt. */
  | { readonly ok: false; readonly problem: 'newer' | 'broken' };

/** Longer than any run that a person makes by hand. */
const LONGEST = 10_000;

/**
 * What stands behind the '#' of an address that opens this run. A person can read it, and no messenger spoils it: letters,
 * digits, and `-` `.` `,` `=` `/`.
 */
export function writeLink(run: SharedRun): string {
  return writeRunV1(run);
}

/** Reads what `writeLink`, of this or an earlier edition of the book, has written. Whatever comes, nothing is thrown. */
export function openLink(fragment: string): OpenedLink {
  const [version = '', ...parts] = unspoilt(fragment.slice(0, LONGEST)).split('/');
  if (version !== 'v1') return { ok: false, problem: /^v([2-9]|[1-9]\d+)$/.test(version) ? 'newer' : 'broken' };
  const run = parseRunV1(parts);
  return run === null ? { ok: false, problem: 'broken' } : { ok: true, run };
}

/** Some programs escape an address, and some take the full stop of the sentence for its end. */
function unspoilt(fragment: string): string {
  try {
    return decodeURIComponent(fragment).replace(/[^0-9a-zA-Z]+$/, '');
  } catch {
    return '';
  }
}
