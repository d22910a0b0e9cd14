import 'server-only';
import { isAPIError } from 'better-auth/api';
import { Refusal } from '@/model/problem';
import { type Auth, getAuth } from './auth';
import { isHttps } from './origin';

export interface Learner {
  readonly id: string;
  readonly isAnonymous: boolean;
}

/** Who sent a request, and the Set-Cookie lines that its answer must carry. */
export interface Visit {
  readonly learner: Learner | null;
  readonly cookies: readonly string[];
}

/** Reads the cookie; makes nobody. Once a day it also renews the cookie. */
export async function findVisitor(request: Request): Promise<Visit> {
  if (!request.headers.has('cookie')) return { learner: null, cookies: [] };
  const auth = await getAuth(isHttps(request));
  const { headers, response } = await askAuth(auth.api.getSession({ headers: request.headers, returnHeaders: true }));
  const learner = response && { id: response.user.id, isAnonymous: response.user.isAnonymous === true };
  return { learner, cookies: headers.getSetCookie() };
}

/** The learner of the cookie, else a new anonymous one. */
export async function welcome(request: Request): Promise<{ learner: Learner; cookies: readonly string[] }> {
  const { learner, cookies } = await findVisitor(request);
  if (learner) return { learner, cookies };
  const auth = await getAuth(isHttps(request));
  // The request's own cookie was of no use (forged, expired, of a deleted learner): do not show it to better-auth again.
  const made = await askAuth(auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true }));
  return { learner: { id: made.response.user.id, isAnonymous: true }, cookies: made.headers.getSetCookie() };
}

/** Set-Cookie lines that make the browser forget the session. */
export async function dismiss(request: Request): Promise<readonly string[]> {
  const auth: Auth = await getAuth(isHttps(request));
  const { headers } = await askAuth(auth.api.signOut({ headers: request.headers, returnHeaders: true }));
  return headers.getSetCookie();
}

/** better-auth reports a database that fails as its own internal error. */
async function askAuth<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!isAPIError(error) || error.statusCode < 500) throw error;
    throw new Refusal('database-unavailable', { cause: error, headers: { 'Retry-After': '5' } });
  }
}
