import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '@/model/problem';

/**
 * Generous: a person never meets these; a script that runs wild does. Each app server counts for itself.
 * `session` is per address, and a whole school may share one; `write` is per learner.
 */
const LIMITERS = {
  session: new RateLimiterMemory({ keyPrefix: 'session', points: 600, duration: 60 }),
  write: new RateLimiterMemory({ keyPrefix: 'write', points: 600, duration: 60 }),
};
export type Limit = keyof typeof LIMITERS;

/** Counts one request of `who`; throws Refusal 'too-many-requests' when there were too many within a minute. */
export async function countRequest(limit: Limit, who: string): Promise<void> {
  try {
    await LIMITERS[limit].consume(who);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new Refusal('too-many-requests', { values: { seconds }, headers: { 'Retry-After': String(seconds) } });
  }
}

/** `tellAddresses` has put the one address that counts here, whatever the client wrote. */
export function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() || 'unknown';
}
