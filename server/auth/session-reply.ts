import 'server-only';
import type { Account, SessionReply } from '@/model/account';
import type { Learner } from './learner';

/** What a learner may hear of themselves. */
export function sessionReplyOf(learner: Learner | null): SessionReply {
  if (learner === null) return { learner: 'nobody', account: null };
  return learner.isAnonymous
    ? { learner: 'anonymous', account: null }
    : { learner: 'signed-in', account: accountOf(learner) };
}

export function accountOf({ id, name, email }: Learner): Account {
  return { id, name: name ?? '', email: email ?? '' };
}
