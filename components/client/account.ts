import type { SessionReply } from '@/model/account';
import { forgetAnswers } from './answers';
import { forgetReviews } from './forget-reviews';
import { onOtherTabs, readLocal, removeLocal, writeLocal } from './local';
import { forgetProgress } from './progress';
import { createStore } from './store';

/** Who is signed in, as far as this browser knows. The cookie itself is out of a script's sight. */
export interface KnownAccount {
  readonly id: string;
  readonly name: string;
}

const KEY = '2msl:account';

export const account = createStore<KnownAccount | null>(load());

/** The server has said who this is: all tabs show it. */
export function noticeLearner(reply: SessionReply): void {
  const known = account.get();
  // The session has ended elsewhere, or is somebody else's: what the page shows of the other is not for these eyes.
  if (known && known.id !== reply.account?.id) {
    forgetAnswers();
    forgetProgress();
    forgetReviews();
  }
  if (reply.account) setAccount({ id: reply.account.id, name: reply.account.name });
  else forgetAccount();
}

function setAccount(next: KnownAccount): void {
  writeLocal(KEY, JSON.stringify(next));
  account.set(next);
}

export function forgetAccount(): void {
  removeLocal(KEY);
  account.set(null);
}

export function followAccountOfOtherTabs(): () => void {
  return onOtherTabs(KEY, () => account.set(load()));
}

export function isSessionReply(body: unknown): body is SessionReply {
  return typeof body === 'object' && body !== null && 'learner' in body && 'account' in body;
}

function load(): KnownAccount | null {
  try {
    const found = JSON.parse(readLocal(KEY) ?? 'null');
    return typeof found?.id === 'string' && typeof found?.name === 'string' ? found : null;
  } catch {
    return null;
  }
}
