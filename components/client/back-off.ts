const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait after so many failures in a row, ms: doubling from one second to one minute, spread by a quarter
 * either way (`chance` in 0 … 1) so that a class whose server comes back does not call all at once.
 */
export function backOffMs(failures: number, chance: number, retryAfterMs: number | null = null): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.max(Math.round(doubled * (0.75 + chance / 2)), retryAfterMs ?? 0);
}
