import type { Entry } from '@/engine/simulation/timeline';

const WAITS: readonly string[] = ['accept', 'receive', 'receiveEnd'];
const BESIDE_THE_POINT: readonly string[] = ['bind', ...WAITS];
const GIVES_BACK: readonly string[] = ['connect', ...WAITS];

/**
 * Whether an entry is worth a row and a step. A blocking call is told when it ends, a call that returns at once when it
 * is made; what changes nothing and sends nothing is not told twice.
 */
export function isShown(entry: Entry): boolean {
  const { cause } = entry;
  const quiet = entry.sends.length === 0 && entry.before === entry.after;
  if (cause.type === 'call') return !(quiet && BESIDE_THE_POINT.includes(cause.call));
  if (cause.type === 'return') return GIVES_BACK.includes(cause.call) || !quiet;
  // What a script puts on the wire is told where it arrives.
  return !(cause.type === 'outside' && cause.line !== null);
}
