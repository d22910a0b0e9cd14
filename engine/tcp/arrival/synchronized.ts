import { type Connection, type OpenConnection, receiveWindow } from '../connection';
import { acknowledge, answerWithAck } from '../emit';
import type { RuleId } from '../rules';
import { type Segment, segmentLength } from '../segment';
import { sendOldestAgain, transmit } from '../transmit';
import type { Turn } from '../turn';
import { checkAck } from './check-ack';
import { checkReset } from './check-reset';
import { checkSequence, isRepeat } from './check-sequence';
import { answerRepeatedSyn, checkSyn, crossedSynAck } from './check-syn';
import { arrivesAtOrphan } from './orphan';
import { takeText } from './text';

/**
 * RFC 9293 §3.10.7.4, all states but TIME_WAIT: the checks in the order of the text, each of which may end the matter.
 * (Third, security, and sixth, urgent data, are left out: nothing here carries either.)
 */
export function arrivesAtSynchronized(connection: OpenConnection, segment: Segment, turn: Turn): Connection {
  if (connection.state === 'FIN_WAIT_2' && connection.isMini === true)
    return arrivesAtOrphan(connection, segment, turn);
  const answered = answerRepeatedSyn(connection, segment, turn);
  if (turn.isOver) return answered;
  const received = withoutTextForShutWindow(crossedSynAck(connection, segment, turn), connection, turn);
  let current: Connection = checkSequence(connection, received, turn);
  if (turn.isOver) return current;
  current = checkReset(current, received, turn);
  if (turn.isOver || !isOpen(current)) return current;
  current = checkSyn(current, received, turn);
  if (turn.isOver || !isOpen(current)) return current;
  current = checkAck(current, received, turn);
  if (turn.isOver || !isOpen(current)) return current;
  const isKnown = isRepeat(received, current.receive);
  if (current.state === 'FIN_WAIT_2' && current.isMini === true && (isKnown || segmentLength(received) === 0)) {
    return current;
  }
  if (isKnown) return sendWhatFollows(answerRepeat(current, received, turn), connection, turn);
  if (segmentLength(received) < segmentLength(segment) && !segment.syn) {
    return sendWhatFollows(acknowledge(current, turn, 'window/shut'), connection, turn);
  }
  if (received !== segment && segment.syn && turn.context.profile.acknowledgesCrossedSyn) {
    current = acknowledge(current, turn, 'syn-received/crossed-syn-ack');
  }
  current = takeText(current, received, turn);
  return isOpen(current) ? sendWhatFollows(current, connection, turn) : current;
}

/** Linux: octets that come again are acknowledged at once (`tcp_data_queue`); a bare acknowledgment wants no answer. */
function answerRepeat(connection: OpenConnection, segment: Segment, turn: Turn): OpenConnection {
  if (segmentLength(segment) === 0) return connection;
  return answerWithAck(connection, segment, turn, 'sequence/repeat-read');
}

/** After the checks: the acknowledgment may have shown a further loss, or opened the window. */
function sendWhatFollows(connection: OpenConnection, before: OpenConnection, turn: Turn): OpenConnection {
  const { send } = connection;
  if (connection.state === 'SYN_RECEIVED') return connection;
  const hasAdvanced = send.sndUna !== before.send.sndUna;
  const hasOpened = before.send.sndWnd === 0 && send.sndWnd > 0;
  if (send.inFlight.length === 0) return transmit(connection, turn);
  if (send.recoverUntil !== null && hasAdvanced) return again(connection, 'retransmission/next-lost', turn);
  return hasOpened ? again(connection, 'window/opened', turn) : transmit(connection, turn);
}

function again(connection: OpenConnection, rule: RuleId, turn: Turn): OpenConnection {
  turn.met(rule);
  return transmit(sendOldestAgain(connection, turn, rule), turn);
}

/**
 * While the window is shut nothing fits but a bare acknowledgment at RCV.NXT. A probe's text is refused, yet what it acknowledges
 * counts (RFC 9293 §3.10.7.4, first: "special allowance should be made to accept valid ACKs").
 */
function withoutTextForShutWindow(segment: Segment, { receive }: OpenConnection, turn: Turn): Segment {
  if (receiveWindow(receive) > 0 || segment.seq !== receive.rcvNxt || segment.rst || segment.syn) return segment;
  if (segmentLength(segment) === 0) return segment;
  turn.met('window/shut');
  turn.reception = 'discarded';
  return { ...segment, text: '', fin: false };
}

function isOpen(connection: Connection): connection is OpenConnection {
  const { state } = connection;
  return state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN_SENT' && state !== 'TIME_WAIT';
}
