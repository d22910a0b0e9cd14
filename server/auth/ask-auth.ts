import 'server-only';
import { isAPIError } from 'better-auth/api';
import { type ProblemSlug, Refusal } from '@/model/problem';

/** What better-auth calls a refusal, and what we do. Anything else that it refuses is a fault of ours. */
const REFUSALS: Readonly<Record<string, ProblemSlug>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  INVALID_PASSWORD: 'wrong-password',
  EMAIL_NOT_VERIFIED: 'email-not-confirmed',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email-taken',
};

/** Waits for better-auth and turns its errors into ours. It reports a database that fails as its own internal error. */
export async function askAuth<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.statusCode >= 500) {
      throw new Refusal('database-unavailable', { cause: error, headers: { 'Retry-After': '5' } });
    }
    const slug = REFUSALS[error.body?.code ?? ''];
    throw slug === undefined ? error : new Refusal(slug, { cause: error });
  }
}
