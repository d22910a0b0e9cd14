import 'server-only';
import { askAuth } from './ask-auth';
import { type Auth, getAuth } from './auth';
import { isHttps } from './origin';

/** Whoever a request comes from. Without an account a learner has neither name nor address. */
export interface Learner {
  readonly id: string;
  readonly isAnonymous: boolean;
  readonly name: string | null;
  readonly email: string | null;
}

/** Who sent a request, and the Set-Cookie lines that its answer must carry. */
export interface Visit {
  readonly learner: Learner | null;
  readonly cookies: readonly string[];
}

interface User {
  id: string;
  name: string;
  email: string;
  isAnonymous?: boolean | null;
}

/** better-auth gives an anonymous learner a made-up name and address; they say nothing of the person. */
export function learnerOf({ id, name, email, isAnonymous }: User): Learner {
  return isAnonymous ? { id, isAnonymous: true, name: null, email: null } : { id, isAnonymous: false, name, email };
}

/** Reads the cookie; makes nobody. Once a day it also renews the cookie. */
export async function findVisitor(request: Request): Promise<Visit> {
  if (!request.headers.has('cookie')) return { learner: null, cookies: [] };
  const auth = await getAuth(isHttps(request));
  const { headers, response } = await askAuth(auth.api.getSession({ headers: request.headers, returnHeaders: true }));
  return { learner: response && learnerOf(response.user), cookies: headers.getSetCookie() };
}

/** The learner of the cookie, else a new anonymous one. */
export async function welcome(request: Request): Promise<{ learner: Learner; cookies: readonly string[] }> {
  const { learner, cookies } = await findVisitor(request);
  if (learner) return { learner, cookies };
  const auth = await getAuth(isHttps(request));
  // The request's own cookie was of no use (forged, expired, of a deleted learner): do not show it to better-auth again.
  const made = await askAuth(auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true }));
  return { learner: learnerOf({ ...made.response.user, isAnonymous: true }), cookies: made.headers.getSetCookie() };
}

/** Ends the session. Gives the Set-Cookie lines that make the browser forget it. */
export async function dismiss(request: Request): Promise<readonly string[]> {
  const auth: Auth = await getAuth(isHttps(request));
  const { headers } = await askAuth(auth.api.signOut({ headers: request.headers, returnHeaders: true }));
  return headers.getSetCookie();
}
