import 'server-only';
import { createHash } from 'node:crypto';
import { Refusal } from '@/model/problem';
import { countTry, forgetTries, removeExpired } from '@/server/db/throttle';

interface Allowance {
  readonly tries: number;
  readonly windowMs: number;
}

const MINUTE_MS = 60_000;

/**
 * What is guessed at must be slow. The count that matters is per account and address together, so that nobody can lock
 * another person out from elsewhere; the one per address is loose, because a whole school may share it.
 */
const ALLOWANCES = {
  'sign-in': { both: { tries: 10, windowMs: 15 * MINUTE_MS }, address: { tries: 400, windowMs: 15 * MINUTE_MS } },
  'sign-up': { both: { tries: 10, windowMs: 60 * MINUTE_MS }, address: { tries: 400, windowMs: 60 * MINUTE_MS } },
  reset: { both: { tries: 10, windowMs: 60 * MINUTE_MS }, address: { tries: 200, windowMs: 60 * MINUTE_MS } },
} as const satisfies Record<string, { both: Allowance; address: Allowance }>;
type Guarded = keyof typeof ALLOWANCES;

/**
 * Counts one try before it is made, in the database, so that it counts for all app servers. Throws Refusal
 * 'too-many-tries' with the minutes to wait. `account` is null where none is named, as with the secret of a link.
 */
export async function countGuess(
  guarded: Guarded,
  account: string | null,
  address: string,
  now = new Date(),
): Promise<void> {
  const { both, address: perAddress } = ALLOWANCES[guarded];
  await sweep(now);
  await count(keyOf(guarded, address), perAddress, now);
  if (account !== null) await count(keyOf(guarded, address, account), both, now);
}

/** The right password was given: earlier slips no longer count. */
export async function forgiveGuesses(guarded: Guarded, account: string, address: string): Promise<void> {
  await forgetTries(keyOf(guarded, address, account));
}

async function count(key: string, { tries, windowMs }: Allowance, now: Date): Promise<void> {
  const { points, expiresAt } = await countTry(key, now, windowMs);
  if (points <= tries) return;
  const waitMs = Math.max(1000, expiresAt.getTime() - now.getTime());
  throw new Refusal('too-many-tries', {
    values: { minutes: Math.ceil(waitMs / MINUTE_MS) },
    headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
  });
}

function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

const SWEEP_MS = 60 * MINUTE_MS;
let sweptAt = 0;

async function sweep(now: Date): Promise<void> {
  if (now.getTime() - sweptAt < SWEEP_MS) return;
  sweptAt = now.getTime();
  await removeExpired(now);
}
