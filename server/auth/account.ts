import 'server-only';
import { isAPIError } from 'better-auth/api';
import type { SignInRequest, SignUpRequest } from '@/model/account';
import type { Locale } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import { findAccount } from '@/server/db/accounts';
import { sendLetter } from '@/server/mail/send-letter';
import { mailSettings } from '@/server/mail/settings';
import { askAuth } from './ask-auth';
import { getAuth } from './auth';
import { type Learner, learnerOf } from './learner';
import { isHttps } from './origin';
import { countGuess, forgiveGuesses } from './throttle';
import { makeConfirmSecret } from './ticket';

/** Somebody has just proved who they are. The cookies begin a new session and end the one before. */
export interface Entry {
  readonly learner: Learner;
  readonly cookies: readonly string[];
}

/**
 * Makes an account and signs it in; what was done without an account comes along. Where mail is set up the address must be
 * confirmed first: then nobody is signed in (null), and a taken address gets the same answer and a letter of its own.
 * `address` is where the request came from. Refusals: 'email-taken', 'too-many-tries'.
 */
export async function signUp(request: Request, wanted: SignUpRequest, address: string): Promise<Entry | null> {
  const { name, email, password, locale } = wanted;
  await countGuess('sign-up', email, address);
  const auth = await getAuth(isHttps(request));
  const entering = auth.api.signUpEmail({
    body: { name, email, password },
    headers: request.headers,
    returnHeaders: true,
  });
  const { headers, response } = await askAuth(entering.catch((error: unknown) => explainFailure(error, email)));
  if (mailSettings() === null) return { learner: learnerOf(response.user), cookies: headers.getSetCookie() };
  // better-auth makes a user up where the address is taken.
  const account = await findAccount(email);
  if (account?.id === response.user.id) await askToConfirm(account.id, email, locale);
  else sendLetter({ kind: 'taken', to: email, locale, path: '/sign-in' });
  return null;
}

/** The same for an account that exists. Refusals: 'wrong-credentials' (whichever is wrong), 'email-not-confirmed', 'too-many-tries'. */
export async function signIn(request: Request, wanted: SignInRequest, address: string): Promise<Entry> {
  const { email, password, locale } = wanted;
  await countGuess('sign-in', email, address);
  const auth = await getAuth(isHttps(request));
  const before = await askAuth(auth.api.getSession({ headers: request.headers }));
  const entering = askAuth(
    auth.api.signInEmail({ body: { email, password }, headers: request.headers, returnHeaders: true }),
  );
  const { headers, response } = await entering.catch((error: unknown) => remindToConfirm(error, email, locale));
  await forgiveGuesses('sign-in', email, address);
  // A browser that signs in again leaves no second way in behind; an anonymous learner's session went with the learner.
  if (before) await (await auth.$context).internalAdapter.deleteSession(before.session.token);
  return { learner: learnerOf(response.user), cookies: headers.getSetCookie() };
}

/** Sends the link that proves that an account's owner reads this mailbox. */
export async function askToConfirm(userId: string, email: string, locale: Locale): Promise<void> {
  const secret = await makeConfirmSecret(userId, email);
  sendLetter({ kind: 'confirm', to: email, locale, path: `/confirm-email#${secret}` });
}

/** The password was right, or better-auth would have said something else. */
async function remindToConfirm(error: unknown, email: string, locale: Locale): Promise<never> {
  if (error instanceof Refusal && error.slug === 'email-not-confirmed') {
    const account = await findAccount(email);
    if (account) await askToConfirm(account.id, email, locale);
  }
  throw error;
}

/** better-auth looks whether an address is taken and inserts then: of two at once, the later one fails without a reason. */
async function explainFailure(error: unknown, email: string): Promise<never> {
  if (!isAPIError(error) || error.body?.code !== 'FAILED_TO_CREATE_USER') throw error;
  if (await findAccount(email)) throw new Refusal('email-taken', { cause: error });
  throw new Refusal('database-unavailable', { cause: error, headers: { 'Retry-After': '5' } });
}
