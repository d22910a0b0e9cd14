import { CLOSED, type Closed, receiveWindow, type Synchronized, type TimeWait } from '../connection';
import { timeWaitDuration } from '../profile';
import { stopTimers } from '../timers';
import type { Turn } from '../turn';

/** "Start the time-wait timer, turn off the other timers" (RFC 9293 §3.10.7.4, eighth). What is left can only answer. */
export function enterTimeWait(connection: Synchronized & { readonly isMini?: boolean }, turn: Turn): TimeWait | Closed {
  const { send, receive, isMini: wasKept } = connection;
  stopTimers(turn);
  if (turn.context.timeWaitIsFull === true && !wasKept) {
    turn.met('time-wait/no-room');
    turn.notify();
    return { ...CLOSED, unread: receive.unread };
  }
  turn.arm('time-wait', timeWaitDuration(turn.context.profile));
  turn.notify();
  return {
    state: 'TIME_WAIT',
    origin: send.origin,
    sndNxt: send.sndNxt,
    rcvNxt: receive.rcvNxt,
    rcvWnd: receiveWindow(receive),
    tsRecent: receive.tsRecent,
    lastChallengeMs: receive.lastChallengeMs,
    unread: receive.unread,
  };
}
