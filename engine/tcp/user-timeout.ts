import { CLOSED, type Connection } from './connection';
import { stopTimers } from './timers';
import type { Turn } from './turn';

/**
 * The user timeout (RFC 9293 §3.9.1): if what was handed over is not acknowledged in time, the connection is aborted. The clock runs
 * while anything waits and starts anew with every advance of SND.UNA. It looks at a step's two ends, so that no rule need think of it.
 */
export function followUserTimeout(before: Connection, after: Connection, turn: Turn): void {
  if (before === after) return;
  const since = waitsFrom(before);
  const now = waitsFrom(after);
  if ('send' in after && after.send.userTimeoutMs !== null && now !== null) {
    if (since !== now) turn.arm('user-timeout', after.send.userTimeoutMs);
  } else if (since !== null) {
    turn.disarm('user-timeout');
  }
}

/** SND.UNA of a connection whose clock runs, else null. */
function waitsFrom(connection: Connection): number | null {
  if (!('send' in connection) || connection.send.userTimeoutMs === null) return null;
  const { inFlight, unsent, finQueued, sndUna } = connection.send;
  return inFlight.length > 0 || unsent !== '' || finQueued ? sndUna : null;
}

/** "For any state if the user timeout expires, flush all queues, signal the user …, delete the TCB" (RFC 9293 §3.10.8). */
export function userTimeout(connection: Connection, turn: Turn): Connection {
  if (connection.state === 'CLOSED') return connection;
  turn.met('user-timeout/aborted');
  if (connection.state === 'TIME_WAIT') turn.disarm('time-wait');
  else stopTimers(turn);
  turn.notify();
  return { ...CLOSED, error: 'ETIMEDOUT' };
}
