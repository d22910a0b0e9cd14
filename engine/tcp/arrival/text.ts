import { CLOSED, type Connection, type OpenConnection, type ReceiveSide, receiveWindow } from '../connection';
import { acknowledge, oweAck, resetSegment } from '../emit';
import { ackDelay, ackModeOf, onQuickAck, onText } from '../quick-ack';
import { hold, takeInOrder } from '../reassembly';
import { type Segment, segmentLength } from '../segment';
import { advance, distance, isBefore } from '../sequence-number';
import { stopTimers } from '../timers';
import type { Turn } from '../turn';
import { takeFin } from './fin';

/** Seventh and eighth: the text, then the FIN once everything in front of it is in. */
export function takeText(connection: OpenConnection, segment: Segment, turn: Turn): Connection {
  switch (connection.state) {
    case 'SYN_RECEIVED':
      return connection;
    case 'ESTABLISHED':
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
      return takeFromPeer(connection, segment, turn);
    case 'CLOSE_WAIT':
    case 'CLOSING':
    case 'LAST_ACK':
      if (segmentLength(segment) > 0) turn.end('text/after-fin-ignored', 'discarded');
      return connection;
  }
}

type Receiving = Extract<OpenConnection, { state: 'ESTABLISHED' | 'FIN_WAIT_1' | 'FIN_WAIT_2' }>;

function takeFromPeer(connection: Receiving, segment: Segment, turn: Turn): Connection {
  const isBare = segmentLength(segment) === 0;
  if (isBare && !isNextHeld(connection.receive)) return connection;
  const isOrphan = connection.state !== 'ESTABLISHED' && (connection.orphan || connection.receive.shut === true);
  if (isOrphan && segment.text !== '' && turn.context.profile.close.lateDataResets) {
    return resetLateData(connection, segment, turn);
  }
  const { rcvNxt } = connection.receive;
  const trimmed = isBare ? { ...segment, seq: rcvNxt } : trimToWindow(segment, connection.receive);
  if (isBefore(connection.receive.rcvNxt, trimmed.seq)) return holdBack(connection, trimmed, turn);
  const before = connection.receive.rcvNxt;
  const ackMode = onText(ackModeOf(connection.receive), turn.context.nowMs, connection.send);
  const isCounted = trimmed.text !== '' && turn.context.profile.acknowledgment.policy === 'linux';
  const counted = !isCounted ? connection.receive : { ...connection.receive, ackMode };
  const receive = takeInOrder(counted, trimmed, isOrphan);
  const taken = { ...connection, receive };
  if (receive.rcvNxt !== before) {
    turn.met('text/in-order');
    if (receive.held.length < connection.receive.held.length) turn.met('text/hole-filled');
    turn.notify();
  }
  const finAt = trimmed.fin ? advance(trimmed.seq, trimmed.text.length) : receive.finAt;
  if (finAt !== null && finAt === receive.rcvNxt) return takeFin(taken, turn, !isBare && isHole(connection.receive));
  return acknowledgeText(taken, turn, !isBare && isHole(connection.receive));
}

/** What a crossed SYN brought waits for nothing but the handshake's end. */
function isNextHeld({ held, finAt, rcvNxt }: ReceiveSide): boolean {
  return held[0]?.seq === rcvNxt || finAt === rcvNxt;
}

/** Something waits for what stands in front of it. */
function isHole({ held, finAt }: ReceiveSide): boolean {
  return held.length > 0 || finAt !== null;
}

/** Linux: octets that nobody can read any more are answered with a reset (`tcp_rcv_state_process`, TCPAbortOnData). */
function resetLateData(connection: Receiving, segment: Segment, turn: Turn): Connection {
  turn.end('close/late-data-reset', 'refused');
  stopTimers(turn);
  turn.send(resetSegment(segment.ack ?? connection.send.sndNxt, null, connection.send.origin), 'close/late-data-reset');
  return { ...CLOSED, error: 'ECONNRESET' };
}

/** Arrived before what stands in front of it: kept, and acknowledged at once so that the sender learns of the hole (RFC 9293 SHLD-31, RFC 5681 §4.2). */
function holdBack(connection: Receiving, segment: Segment, turn: Turn): Receiving {
  turn.reception = 'queued';
  const finAt = segment.fin ? advance(segment.seq, segment.text.length) : connection.receive.finAt;
  if (segment.text !== '') turn.met('text/out-of-order-held');
  if (segment.fin) turn.met('fin/behind-a-hole');
  const receive = { ...hold(connection.receive, segment), finAt };
  return acknowledge({ ...connection, receive }, turn, segment.fin ? 'fin/behind-a-hole' : 'text/out-of-order-held');
}

function acknowledgeText(connection: Receiving, turn: Turn, fillsHole: boolean): Receiving {
  const { acknowledgment } = turn.context.profile;
  if (acknowledgment.policy === 'piggyback') {
    turn.met('ack/piggybacked');
    return oweAck(connection, turn, acknowledgment.delayMs);
  }
  const { send, receive } = connection;
  if (acknowledgment.policy === 'every second') {
    if (!receive.ackOwed && !fillsHole) {
      turn.met('ack/delayed');
      return oweAck(connection, turn, acknowledgment.delayMs);
    }
    turn.met('ack/second');
    return acknowledge(connection, turn, 'ack/second');
  }
  const mode = ackModeOf(receive);
  const isBehind = distance(receive.lastAckSent, receive.rcvNxt) > turn.context.profile.mss;
  if (fillsHole || isBehind || (mode.quick > 0 && !mode.pingPong)) {
    turn.met('ack/quick');
    return acknowledge({ ...connection, receive: { ...receive, ackMode: onQuickAck(mode) } }, turn, 'ack/quick');
  }
  turn.met('ack/delayed');
  return oweAck(connection, turn, ackDelay(mode, send, acknowledgment.firstDelayMs));
}

/** Cuts off what is left of RCV.NXT or beyond the window; the FIN goes with the octets that stood before it. */
function trimToWindow(segment: Segment, receive: ReceiveSide): Segment {
  const head = Math.max(0, distance(segment.seq, receive.rcvNxt));
  const start = advance(segment.seq, head);
  const room = distance(start, advance(receive.rcvNxt, receiveWindow(receive)));
  const text = segment.text.slice(head, head + room);
  const isWhole = head + text.length >= segment.text.length;
  return { ...segment, seq: start, text, fin: segment.fin && isWhole && head <= segment.text.length };
}
