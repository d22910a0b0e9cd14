import { isSessionReply, noticeLearner } from './account';
import { call, type Reply } from './call';
import { readLocal, removeLocal, writeLocal } from './local';

const FLAG = '2msl:learner';

/** Whether this browser has a learner. The cookie itself is out of a script's sight, so a flag stands beside it. */
export function hasLearner(): boolean {
  return readLocal(FLAG) !== null;
}

export function rememberLearner(): void {
  writeLocal(FLAG, '1');
}

let opening: Promise<Reply> | null = null;

/** Makes the anonymous learner where there is none. Asked once a page, and again after a failure. */
export function openSession(): Promise<Reply> {
  opening ??= call('POST', '/api/session').then((reply) => {
    if (reply.ok) {
      rememberLearner();
      if (isSessionReply(reply.body)) noticeLearner(reply.body);
    } else opening = null;
    return reply;
  });
  return opening;
}

/** After the cookie was refused (401): ask anew before the next item. */
export function renewSession(): void {
  opening = null;
}

/** After everything was deleted: this browser has no learner. */
export function forgetLearner(): void {
  opening = null;
  removeLocal(FLAG);
}
