import 'server-only';
import type { ResetRequest, ResetWay } from '@/model/account';
import { Refusal } from '@/model/problem';
import { findAccount, resetPassword } from '@/server/db/accounts';
import { sendLetter } from '@/server/mail/send-letter';
import { mailSettings } from '@/server/mail/settings';
import { getAuth } from './auth';
import { countGuess } from './throttle';
import { digestOf, makeResetSecret } from './ticket';

/** How somebody who has forgotten their password gets a link: by mail, or from whoever runs the book. */
export function resetWay(): ResetWay {
  return { by: mailSettings() === null ? 'command-line' : 'mail' };
}

/** Sends a link if there is such an account; whether there is one, the answer does not tell. Refusal: 'too-many-tries'. */
export async function askForReset({ email, locale }: ResetRequest, address: string): Promise<void> {
  await countGuess('reset', email, address);
  if (mailSettings() === null) return;
  sendReset(email, locale).catch((error: unknown) => console.error('A reset could not be prepared:', error));
}

async function sendReset(email: string, locale: ResetRequest['locale']): Promise<void> {
  const path = await makeResetPath(email, 1);
  if (path !== null) sendLetter({ kind: 'reset', to: email, locale, path });
}

/** Of the page on which the account's password can be chosen anew, below the language. Null when there is no such account. */
export async function makeResetPath(email: string, hours: number): Promise<string | null> {
  const account = await findAccount(email);
  return account && `/reset-password#${await makeResetSecret(account.id, hours)}`;
}

/** Sets a new password and ends every session of the account. Refusals: 'link-of-no-use', 'too-many-tries'. */
export async function finishReset(secret: string, password: string, address: string): Promise<void> {
  await countGuess('reset', null, address);
  const auth = await getAuth(false);
  const hash = await (await auth.$context).password.hash(password);
  if (!(await resetPassword(digestOf(secret), hash, new Date()))) throw new Refusal('link-of-no-use');
}
