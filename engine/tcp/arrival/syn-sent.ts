import {
  CLOSED,
  type Connection,
  type Established,
  type ReceiveSide,
  type SynReceived,
  type SynSent,
} from '../connection';
import { acknowledge, resetSegment, toSegment } from '../emit';
import { hold } from '../reassembly';
import { type Segment, segmentLength } from '../segment';
import { advance, isAtMost, isBefore } from '../sequence-number';
import { transmit } from '../transmit';
import type { Turn } from '../turn';
import { acknowledgeSent } from './acknowledged';
import { receiveFromSyn, withMssOf } from './listen';
import { takeText } from './text';

/** RFC 9293 §3.10.7.3. */
export function arrivesAtSynSent(connection: SynSent, segment: Segment, turn: Turn): Connection {
  const { send } = connection;
  const { ack } = segment;
  if (ack !== null && (isAtMost(ack, send.iss) || isBefore(send.sndNxt, ack))) {
    return answerStrangeAck(connection, segment, ack, turn);
  }
  if (segment.rst) {
    if (ack === null) {
      turn.end('syn-sent/rst-without-ack-dropped', 'discarded');
      return connection;
    }
    turn.end('syn-sent/refused', 'accepted');
    turn.disarm('retransmission');
    turn.notify();
    return { ...CLOSED, error: 'ECONNREFUSED' };
  }
  if (!segment.syn) {
    turn.end('syn-sent/other-dropped', 'discarded');
    return connection;
  }
  return ack === null ? openSimultaneously(connection, segment, turn) : establish(connection, segment, turn);
}

/** An acknowledgment of something never sent: the mark of a peer that still lives in an older connection. The reset frees it. */
function answerStrangeAck(
  connection: SynSent,
  segment: Segment,
  ack: NonNullable<Segment['ack']>,
  turn: Turn,
): SynSent {
  if (segment.rst) {
    turn.end('syn-sent/bad-ack-rst-dropped', 'discarded');
  } else {
    turn.end('syn-sent/bad-ack-reset', 'refused');
    turn.send(resetSegment(ack, null, segment.origin), 'syn-sent/bad-ack-reset');
  }
  const retryMs = turn.context.profile.synRetryAfterChallengeMs;
  if (retryMs !== null && connection.send.retries === 0) {
    turn.met('syn-sent/quick-retry');
    turn.arm('retransmission', retryMs);
  }
  return connection;
}

/** SYN,ACK: the handshake is done. Text or a FIN that came with it is taken from the sixth step on. */
function establish(connection: SynSent, segment: Segment, turn: Turn): Connection {
  turn.met('syn-sent/established');
  turn.notify();
  const receive = receiveFromSyn(segment, turn.context);
  const send = withMssOf(acknowledgeSent(connection.send, segment, turn), segment);
  const established: Established = { state: 'ESTABLISHED', send, receive };
  const rest = { ...segment, syn: false, seq: receive.rcvNxt };
  if (turn.context.profile.textSavesAckOfSyn && segmentLength(rest) > 0) {
    return takeText(transmit(established, turn), rest, turn);
  }
  const opened = transmit(acknowledge(established, turn, 'syn-sent/established'), turn);
  return segmentLength(rest) > 0 ? takeText(opened, rest, turn) : opened;
}

/** Both SYNs are on their way: each side answers the other's with SYN,ACK (RFC 9293 §3.5, Figure 7). */
function openSimultaneously(connection: SynSent, segment: Segment, turn: Turn): SynReceived {
  turn.met('syn-sent/simultaneous-open');
  const { context } = turn;
  const receive = queued(receiveFromSyn(segment, context), segment, turn);
  const opened = { ...connection.send, sndWnd: segment.window, maxSndWnd: segment.window };
  const send = withMssOf(opened, segment);
  for (const syn of send.inFlight) {
    turn.send(toSegment(syn, send, receive, receive.capacity, context), 'syn-sent/simultaneous-open');
  }
  return { state: 'SYN_RECEIVED', openedBy: 'active', send, receive };
}

/** "If there are other controls or text in the segment, queue them for processing after the ESTABLISHED state has been reached." */
function queued(receive: ReceiveSide, segment: Segment, turn: Turn): ReceiveSide {
  const { crossedSynKeeps } = turn.context.profile;
  if (crossedSynKeeps === 'nothing' || (segment.text === '' && !segment.fin)) return receive;
  const piece = { ...segment, seq: receive.rcvNxt, text: segment.text.slice(0, receive.capacity) };
  const keepsFin = segment.fin && crossedSynKeeps === 'text and fin' && piece.text === segment.text;
  return { ...hold(receive, piece), finAt: keepsFin ? advance(piece.seq, piece.text.length) : null };
}
