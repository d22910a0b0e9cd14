import type { Connection, OpenConnection } from '../connection';
import type { Segment } from '../segment';
import { sendOldestAgain, transmit } from '../transmit';
import type { Turn } from '../turn';
import { checkAck } from './check-ack';
import { checkReset } from './check-reset';
import { checkSequence } from './check-sequence';
import { checkSyn, crossedSynAck } from './check-syn';
import { takeText } from './text';

/**
 * RFC 9293 §3.10.7.4, all states but TIME_WAIT: the checks in the order of the text, each of which may end the matter.
 * (Third, security, and sixth, urgent data, are left out: nothing here carries either.)
 */
export function arrivesAtSynchronized(connection: OpenConnection, segment: Segment, turn: Turn): Connection {
  const received = crossedSynAck(connection, segment, turn);
  let current: Connection = checkSequence(connection, received, turn);
  if (turn.isOver) return current;
  current = checkReset(current, received, turn);
  if (turn.isOver || !isOpen(current)) return current;
  current = checkSyn(current, received, turn);
  if (turn.isOver || !isOpen(current)) return current;
  current = checkAck(current, received, turn);
  if (turn.isOver || !isOpen(current)) return current;
  current = takeText(current, received, turn);
  return isOpen(current) ? sendWhatFollows(current, connection, turn) : current;
}

/** After the checks: the acknowledgment may have shown a further loss, or opened the window. */
function sendWhatFollows(connection: OpenConnection, before: OpenConnection, turn: Turn): OpenConnection {
  const { send } = connection;
  let current = connection;
  if (send.recoverUntil !== null && send.sndUna !== before.send.sndUna) {
    turn.met('retransmission/next-lost');
    current = sendOldestAgain(current, turn, 'retransmission/next-lost');
  }
  return current.state === 'SYN_RECEIVED' ? current : transmit(current, turn);
}

function isOpen(connection: Connection): connection is OpenConnection {
  const { state } = connection;
  return state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN_SENT' && state !== 'TIME_WAIT';
}
