import { assertNever } from './assert-never';
import { CLOSED, type Connection, type OpenConnection, type SynSent } from './connection';
import { acknowledge } from './emit';
import type { RetransmissionPolicy } from './profile';
import { onDelayOver } from './quick-ack';
import { backedOff } from './round-trip';
import { stopTimers } from './timers';
import { sendOldestAgain, sendProbe, sendTailProbe } from './transmit';
import type { TimerKind, Turn } from './turn';
import { userTimeout } from './user-timeout';

/** A timer of this connection has run out (RFC 9293 §3.10.8). A timer that the state knows nothing of changes nothing. */
export function timeout(connection: Connection, timer: TimerKind, turn: Turn): Connection {
  switch (timer) {
    case 'retransmission':
      return connection.state === 'SYN_SENT' || 'receive' in connection ? retransmit(connection, turn) : connection;
    case 'time-wait':
      if (connection.state !== 'TIME_WAIT') return connection;
      turn.met('time-wait/2msl-expires');
      return { ...CLOSED, unread: connection.unread };
    case 'delayed-ack':
      return 'receive' in connection && connection.receive.ackOwed ? payAck(connection, turn) : connection;
    case 'fin-wait-2':
      if (connection.state !== 'FIN_WAIT_2') return connection;
      turn.met('fin-wait-2/orphan-expires');
      stopTimers(turn);
      return CLOSED;
    case 'persist':
      return 'receive' in connection ? sendProbe(connection, turn) : connection;
    case 'user-timeout':
      return userTimeout(connection, turn);
    default:
      return assertNever(timer);
  }
}

/** Nothing came that the acknowledgment could have ridden on. */
function payAck(connection: OpenConnection, turn: Turn): OpenConnection {
  const rule = turn.context.profile.acknowledgment.policy === 'piggyback' ? 'ack/alone' : 'ack/delayed-sent';
  turn.met(rule);
  const { send, receive } = connection;
  if (receive.ackMode === undefined) return acknowledge(connection, turn, rule);
  const ackMode = onDelayOver(receive.ackMode, send);
  return acknowledge({ ...connection, receive: { ...receive, ackMode } }, turn, rule);
}

/** RFC 6298 §5.4 to §5.6: the oldest segment again, the interval doubled; and at some point the end (RFC 9293 §3.8.3). */
function retransmit(connection: OpenConnection | SynSent, turn: Turn): Connection {
  const { send } = connection;
  if (send.inFlight.length === 0) return connection;
  const { retransmission } = turn.context.profile;
  if (send.probe === 'armed' && connection.state !== 'SYN_SENT') return sendTailProbe(connection, turn);
  if (isGivenUp(connection, turn)) {
    turn.met('retransmission/given-up');
    stopTimers(turn);
    turn.notify();
    return { ...CLOSED, error: 'ETIMEDOUT' };
  }
  turn.met('retransmission/timeout');
  const isLinear = connection.state === 'SYN_SENT' && send.retries < retransmission.linearSynTimeouts;
  const rtoMs = isLinear ? send.rtoMs : backedOff(send.rtoMs, retransmission);
  turn.arm('retransmission', Math.min(rtoMs + retransmission.slopMs, retransmission.maximumRtoMs));
  const again = sendOldestAgain(connection, turn, 'retransmission/timeout');
  return {
    ...again,
    send: {
      ...again.send,
      rtoMs,
      retries: send.retries + 1,
      recoverUntil: send.sndNxt,
      stalledSinceMs: send.stalledSinceMs ?? turn.context.nowMs,
    },
  };
}

/** By the count of the RFC, or by Linux's time: what so many retransmissions would take if the interval had begun at its least. */
function isGivenUp(connection: OpenConnection | SynSent, turn: Turn): boolean {
  const { send } = connection;
  const { nowMs, profile } = turn.context;
  const { retransmission } = profile;
  const limit = retryLimit(connection, retransmission);
  if (retransmission.givesUpBy === 'count' || connection.state === 'SYN_RECEIVED') return send.retries >= limit;
  if (connection.state === 'SYN_SENT' && send.retries >= limit + retransmission.linearSynTimeouts) return true;
  if (send.retries === 0) return false;
  const baseMs = connection.state === 'SYN_SENT' ? retransmission.initialRtoMs : retransmission.minimumRtoMs;
  const elapsedMs = nowMs - (send.stalledSinceMs ?? nowMs);
  return elapsedMs + send.retries * WHEEL_MS >= modelTimeout(limit, baseMs, retransmission.maximumRtoMs);
}

/** Eight jiffies: what a timer of Linux may be late by, which its clock of the whole matter counts as well. */
const WHEEL_MS = 32;

/** `tcp_model_timeout()`: base × (2^(n+1) − 1), every interval at most the greatest RTO. */
function modelTimeout(retries: number, baseMs: number, maximumMs: number): number {
  let sum = 0;
  for (let n = 0; n <= retries; n++) sum += Math.min(baseMs * 2 ** n, maximumMs);
  return sum;
}

function retryLimit(connection: OpenConnection | SynSent, { retries }: RetransmissionPolicy): number {
  switch (connection.state) {
    case 'SYN_SENT':
      return retries.syn;
    case 'SYN_RECEIVED':
      return retries.synAck;
    case 'ESTABLISHED':
    case 'CLOSE_WAIT':
      return retries.data;
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
    case 'CLOSING':
    case 'LAST_ACK':
      return retries.orphan;
    default:
      return assertNever(connection);
  }
}
