import { orphaned } from './arrival/orphan';
import { assertNever } from './assert-never';
import {
  CLOSED,
  type CloseWait,
  type Connection,
  type FinWait1,
  type FinWait2,
  type LastAck,
  LISTEN,
  type Listen,
  type OpenConnection,
  type SendSide,
} from './connection';
import { abortSegment } from './emit';
import { openActively } from './open';
import { receive } from './receive';
import type { RuleId } from './rules';
import { stopTimers } from './timers';
import { transmit } from './transmit';
import type { Call, Turn } from './turn';

/** The user calls of RFC 9293 §3.10.1 to §3.10.5, with what the sockets interface makes of them. */
export function userCall(connection: Connection, call: Call, turn: Turn): Connection {
  switch (call.call) {
    case 'listen':
      return listen(connection, turn);
    case 'connect':
      return connect(connection, call, turn);
    case 'send':
      return send(connection, call, turn);
    case 'receive':
      return receive(connection, call.atMost, turn);
    case 'shutdown':
      return close(call.readToo === true ? withoutReader(connection) : connection, turn, false);
    case 'close':
      return closeSocket(connection, turn);
    case 'abort':
      return abort(connection, turn, 'abort/reset-sent');
    default:
      return assertNever(call);
  }
}

function listen(connection: Connection, turn: Turn): Connection {
  if (connection.state === 'CLOSED') {
    turn.met('open/passive');
    return LISTEN;
  }
  turn.met(connection.state === 'LISTEN' ? 'open/passive' : 'open/already-exists');
  return connection;
}

type CallOf<N extends Call['call']> = Extract<Call, { call: N }>;

/** From CLOSED and, by RFC 9293 §3.10.1, from LISTEN. */
function connect(connection: Connection, call: CallOf<'connect'>, turn: Turn): Connection {
  if (connection.state !== 'CLOSED' && connection.state !== 'LISTEN') {
    turn.met('open/already-exists');
    return connection;
  }
  if (call.remote === 'unspecified') {
    turn.met('call/remote-unspecified');
    return connection;
  }
  return openActively('open/active', { unsent: '', userTimeoutMs: call.userTimeoutMs ?? null }, turn);
}

function send(connection: Connection, call: CallOf<'send'>, turn: Turn): Connection {
  switch (connection.state) {
    case 'SYN_SENT':
    case 'SYN_RECEIVED':
      turn.met('send/queued-until-established');
      return { ...connection, send: withText(connection.send, call) };
    case 'ESTABLISHED':
    case 'CLOSE_WAIT':
      return transmit({ ...connection, send: withText(connection.send, call) }, turn);
    case 'CLOSED':
      turn.met('call/no-connection');
      return connection;
    case 'LISTEN':
      return sendFromListen(connection, call, turn);
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
    case 'CLOSING':
    case 'LAST_ACK':
    case 'TIME_WAIT':
      turn.met('call/closing');
      return connection;
    default:
      return assertNever(connection);
  }
}

function withText(send: SendSide, call: CallOf<'send'>): SendSide {
  return { ...send, unsent: send.unsent + call.text, userTimeoutMs: call.userTimeoutMs ?? send.userTimeoutMs };
}

/** "If the remote socket is specified, then change the connection from passive to active" (RFC 9293 §3.10.2). */
function sendFromListen(connection: Listen, call: CallOf<'send'>, turn: Turn): Connection {
  if (call.remote !== 'specified') {
    turn.met('call/remote-unspecified');
    return connection;
  }
  return openActively('send/opens-actively', { unsent: call.text, userTimeoutMs: call.userTimeoutMs ?? null }, turn);
}

/** CLOSE: no more data to send (RFC 9293 §3.10.4). An orphan is a connection whose application is gone altogether. */
function close(connection: Connection, turn: Turn, orphan: boolean): Connection {
  switch (connection.state) {
    case 'CLOSED':
      turn.met('call/no-connection');
      return connection;
    case 'LISTEN':
      turn.met('close/listener-deleted');
      return CLOSED;
    case 'SYN_SENT':
      turn.met('close/syn-sent-deleted');
      stopTimers(turn);
      return CLOSED;
    case 'SYN_RECEIVED':
      if (connection.send.unsent !== '') {
        turn.met('close/queued-until-established');
        return { ...connection, send: { ...connection.send, finQueued: true } };
      }
      return sendFin(connection, 'close/fin-wait-1', turn, orphan);
    case 'ESTABLISHED':
      return sendFin(connection, 'close/fin-wait-1', turn, orphan);
    case 'CLOSE_WAIT':
      return sendLastFin(connection, turn);
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
      turn.met('call/closing');
      return orphan ? abandon(connection, turn) : connection;
    case 'CLOSING':
    case 'LAST_ACK':
    case 'TIME_WAIT':
      turn.met('call/closing');
      return connection;
    default:
      return assertNever(connection);
  }
}

function sendFin(connection: OpenConnection, rule: RuleId, turn: Turn, orphan: boolean): Connection {
  turn.met(rule);
  const { send, receive } = connection;
  return transmit<FinWait1>({ state: 'FIN_WAIT_1', send: { ...send, finQueued: true }, receive, orphan }, turn);
}

function sendLastFin(connection: CloseWait, turn: Turn): Connection {
  turn.met('close/last-ack');
  const { send, receive } = connection;
  return transmit<LastAck>({ state: 'LAST_ACK', send: { ...send, finQueued: true }, receive }, turn);
}

/** close() after shutdown(): from now on nobody will read, and Linux counts the days of FIN_WAIT_2. */
function abandon(connection: FinWait1 | FinWait2, turn: Turn): Connection {
  if (connection.state === 'FIN_WAIT_2' && !connection.orphan) return orphaned({ ...connection, orphan: true }, turn);
  return { ...connection, orphan: true };
}

/** close() of the sockets interface: CLOSE, unless octets would be lost unread (RFC 9293 SHLD-3, RFC 2525 §2.17). */
function closeSocket(connection: Connection, turn: Turn): Connection {
  const isUnread = 'receive' in connection && connection.receive.unreadLength > 0;
  if (isUnread && turn.context.profile.close.unreadDataResets)
    return abort(connection, turn, 'close/unread-data-reset');
  return close(connection, turn, true);
}

function withoutReader(connection: Connection): Connection {
  return 'receive' in connection ? { ...connection, receive: { ...connection.receive, shut: true } } : connection;
}

/** ABORT (RFC 9293 §3.10.5): <SEQ=SND.NXT><CTL=RST> where the peer may still believe in the connection. */
function abort(connection: Connection, turn: Turn, rule: RuleId): Connection {
  switch (connection.state) {
    case 'CLOSED':
      turn.met('call/no-connection');
      return connection;
    case 'SYN_RECEIVED':
    case 'ESTABLISHED':
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
    case 'CLOSE_WAIT':
      turn.met(rule);
      turn.send(abortSegment(connection, turn), rule);
      stopTimers(turn);
      return CLOSED;
    case 'LISTEN':
    case 'SYN_SENT':
    case 'CLOSING':
    case 'LAST_ACK':
      turn.met('abort/deleted');
      stopTimers(turn);
      return CLOSED;
    case 'TIME_WAIT':
      turn.met('abort/deleted');
      turn.disarm('time-wait');
      return CLOSED;
    default:
      return assertNever(connection);
  }
}
