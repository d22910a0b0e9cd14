import 'server-only';
import type { EmailChange, EmailChanged, OwnAccount, PasswordChange } from '@/model/account';
import type { Locale } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import {
  changeEmail as changeEmailAtOnce,
  confirmEmail as confirmTicket,
  dropResets,
  findAccount,
  readAccount,
  renameAccount,
} from '@/server/db/accounts';
import { deleteLearner } from '@/server/db/learners';
import { sendLetter } from '@/server/mail/send-letter';
import { mailSettings } from '@/server/mail/settings';
import { askToConfirm } from './account';
import { askAuth } from './ask-auth';
import { getAuth } from './auth';
import { dismiss, type Learner } from './learner';
import { isHttps } from './origin';
import { accountOf } from './session-reply';
import { countGuess, forgiveGuesses } from './throttle';
import { digestOf } from './ticket';

/** What an account's owner sees of it. */
export async function describeAccount(learner: Learner): Promise<OwnAccount> {
  const record = await readAccount(learner.id, new Date());
  if (record === null) throw new Refusal('not-signed-in');
  const { emailVerified, createdAt, sessions } = record;
  return {
    ...accountOf(learner),
    emailConfirmed: emailVerified,
    createdAt: createdAt.toISOString(),
    otherSessions: Math.max(0, sessions - 1),
  };
}

export async function renameLearner(learner: Learner, name: string): Promise<Learner> {
  await renameAccount(learner.id, name);
  return { ...learner, name };
}

/** Ends every other session too. Gives the cookies of a new one. Refusals: 'wrong-password', 'too-many-tries'. */
export async function changePassword(
  request: Request,
  learner: Learner,
  { current, next }: PasswordChange,
  address: string,
): Promise<readonly string[]> {
  await countGuess('sign-in', learner.email ?? '', address);
  const auth = await getAuth(isHttps(request));
  const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
  const { headers } = await askAuth(auth.api.changePassword({ body, headers: request.headers, returnHeaders: true }));
  await dropResets(learner.id);
  await forgiveGuesses('sign-in', learner.email ?? '', address);
  return headers.getSetCookie();
}

/**
 * Where mail is set up, the new address must be confirmed before it takes the place of the old one, and whether it belongs
 * to another account is said to its owner only. Refusals: 'wrong-password', 'email-taken', 'too-many-tries'.
 */
export async function changeEmail(
  request: Request,
  learner: Learner,
  { email, password, locale }: EmailChange,
  address: string,
): Promise<EmailChanged> {
  await provePassword(request, learner, password, address);
  if (mailSettings() === null) {
    if (!(await changeEmailAtOnce(learner.id, email, false))) throw new Refusal('email-taken');
    return { next: 'changed', account: { ...accountOf(learner), email } };
  }
  if (await findAccount(email)) sendLetter({ kind: 'taken', to: email, locale, path: '/sign-in' });
  else await askToConfirm(learner.id, email, locale);
  return { next: 'confirm', account: accountOf(learner) };
}

/** A link from a letter proves that its reader has the mailbox. Refusals: 'link-of-no-use', 'email-taken', 'too-many-tries'. */
export async function confirmEmail(secret: string, locale: Locale, address: string): Promise<string> {
  await countGuess('reset', null, address);
  const confirmed = await confirmTicket(digestOf(secret), new Date());
  if (confirmed === null) throw new Refusal('link-of-no-use');
  if (confirmed === 'taken') throw new Refusal('email-taken');
  const { email, before } = confirmed;
  if (before !== email) sendLetter({ kind: 'moved', to: before, locale, path: '/privacy' });
  return email;
}

export async function endOtherSessions(request: Request): Promise<void> {
  const auth = await getAuth(isHttps(request));
  await askAuth(auth.api.revokeOtherSessions({ headers: request.headers }));
}

/** Deletes the account with everything that is kept of it. Gives the cookies that take its session back. */
export async function deleteAccount(
  request: Request,
  learner: Learner,
  password: string,
  address: string,
): Promise<readonly string[]> {
  await provePassword(request, learner, password, address);
  await deleteLearner(learner.id);
  return dismiss(request);
}

/** A computer left alone, or a cookie that was stolen, must not be enough. Refusals: 'wrong-password', 'too-many-tries'. */
async function provePassword(request: Request, learner: Learner, password: string, address: string): Promise<void> {
  const account = learner.email ?? '';
  await countGuess('sign-in', account, address);
  const auth = await getAuth(isHttps(request));
  await askAuth(auth.api.verifyPassword({ body: { password }, headers: request.headers }));
  await forgiveGuesses('sign-in', account, address);
}
