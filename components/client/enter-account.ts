import { forgetAccount, isSessionReply, noticeLearner } from './account';
import { call, type Reply } from './call';
import { flush } from './delivery';
import { forgetEverything } from './forget-everything';
import { loadProgress } from './load-progress';
import { oneAtATime } from './one-at-a-time';
import { outbox } from './outbox';
import { rememberLearner, renewSession } from './session';

const UNREACHABLE: Reply = { ok: false, fault: { kind: 'unreachable' } };

/**
 * Signs in, or up. What waits in the outbox is sent first, and nothing is sent meanwhile: an answer of which the cookie is
 * just being exchanged would only be refused and sent again. What cannot be sent now goes to the account later.
 */
export async function enterAccount(way: 'sign-in' | 'sign-up', body: object): Promise<Reply> {
  await flush();
  const replies: Reply[] = [];
  await oneAtATime('2msl-outbox', async () => {
    replies.push(await call('POST', `/api/account/${way}`, body));
  });
  const [entered = UNREACHABLE] = replies;
  if (entered.ok && hasAccount(entered.body)) {
    renewSession();
    rememberLearner();
    await askWhoIsHere();
    await loadProgress();
  }
  return entered;
}

/** Signs out and leaves nothing of the account in this browser. With `drop`, also what could not be sent yet. */
export async function leaveAccount({ drop }: { drop: boolean }): Promise<Reply | 'waiting'> {
  await flush();
  if (!drop && outbox.get().some(({ refused }) => refused === null)) return 'waiting';
  const reply = await call('POST', '/api/account/sign-out');
  if (!reply.ok) return reply;
  forgetEverything();
  forgetAccount();
  return reply;
}

/** Asks the server whom the cookie stands for. Nothing changes where it cannot be asked. */
export async function askWhoIsHere(): Promise<void> {
  const reply = await call('GET', '/api/session');
  if (reply.ok && isSessionReply(reply.body)) noticeLearner(reply.body);
}

function hasAccount(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'account' in body && body.account !== null;
}
