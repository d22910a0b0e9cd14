import 'server-only';
import { isAPIError } from 'better-auth/api';
import type { SignInRequest, SignUpRequest } from '@/model/account';
import { Refusal } from '@/model/problem';
import { findLearnerByEmail } from '@/server/db/learners';
import { askAuth } from './ask-auth';
import { type Auth, getAuth } from './auth';
import { type Learner, learnerOf } from './learner';
import { isHttps } from './origin';
import { countGuess, forgiveGuesses } from './throttle';

/** Somebody has just proved who they are. The cookies begin a new session and end the one before. */
export interface Entry {
  readonly learner: Learner;
  readonly cookies: readonly string[];
}

/**
 * Makes an account and signs it in; what was done without an account comes along. `address` is where the request came
 * from. Refusals: 'email-taken', 'too-many-tries'.
 */
export async function signUp(
  request: Request,
  { name, email, password }: SignUpRequest,
  address: string,
): Promise<Entry> {
  await countGuess('sign-up', email, address);
  const auth = await getAuth(isHttps(request));
  const body = { name, email, password };
  const entering = auth.api.signUpEmail({ body, headers: request.headers, returnHeaders: true });
  const { headers, response } = await askAuth(entering.catch((error: unknown) => explainFailure(error, email)));
  return { learner: learnerOf(response.user), cookies: headers.getSetCookie() };
}

/** The same for an account that exists. Refusals: 'wrong-credentials' (whichever of the two is wrong), 'too-many-tries'. */
export async function signIn(request: Request, { email, password }: SignInRequest, address: string): Promise<Entry> {
  await countGuess('sign-in', email, address);
  const auth = await getAuth(isHttps(request));
  const before = await askAuth(auth.api.getSession({ headers: request.headers }));
  const { headers, response } = await askAuth(
    auth.api.signInEmail({ body: { email, password }, headers: request.headers, returnHeaders: true }),
  );
  await forgiveGuesses('sign-in', email, address);
  if (before) await endSession(auth, before.session.token);
  return { learner: learnerOf(response.user), cookies: headers.getSetCookie() };
}

/** better-auth looks whether an address is taken and inserts then: of two at once, the later one fails without a reason. */
async function explainFailure(error: unknown, email: string): Promise<never> {
  if (!isAPIError(error) || error.body?.code !== 'FAILED_TO_CREATE_USER') throw error;
  if (await findLearnerByEmail(email)) throw new Refusal('email-taken', { cause: error });
  throw new Refusal('database-unavailable', { cause: error, headers: { 'Retry-After': '5' } });
}

/** A browser that signs in again leaves no second way in behind. An anonymous learner's session went with the learner. */
async function endSession(auth: Auth, token: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteSession(token);
}
