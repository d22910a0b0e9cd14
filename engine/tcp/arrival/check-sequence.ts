import { type OpenConnection, type ReceiveSide, receiveWindow } from '../connection';
import { answerWithAck } from '../emit';
import { type Segment, segmentLength } from '../segment';
import { advance, isAtMost, isBefore, isInWindow } from '../sequence-number';
import type { Turn } from '../turn';

/** First check: PAWS (RFC 7323 §5.3, R1), then Table 6. What fails is answered with an ACK, so that a peer that is behind learns where this one stands. */
export function checkSequence(connection: OpenConnection, segment: Segment, turn: Turn): OpenConnection {
  const { receive } = connection;
  if (isSynToChallenge(connection, segment, turn)) return connection;
  if (isOldByTimestamp(receive.tsRecent, segment)) {
    turn.end('paws/old-timestamp', 'discarded');
    return answerWithAck(connection, segment, turn, 'paws/old-timestamp');
  }
  if (fits(segment, receive.rcvNxt, windowSaid(connection))) {
    turn.met('sequence/acceptable');
    return followTimestamp(connection, segment, turn);
  }
  if (isReadableRepeat(connection, segment, turn)) {
    turn.met('sequence/repeat-read');
    turn.reception = 'duplicate';
    return followTimestamp(connection, segment, turn);
  }
  if (segment.rst) {
    if (isResetAtFin(segment, receive, turn)) return connection;
    turn.end('sequence/reset-dropped', 'discarded');
    return connection;
  }
  const isKnown = isAtMost(endOf(segment), receive.rcvNxt);
  turn.end('sequence/not-acceptable', isKnown && !segment.syn ? 'duplicate' : 'discarded');
  return answerWithAck(connection, segment, turn, 'sequence/not-acceptable');
}

function followTimestamp(connection: OpenConnection, segment: Segment, turn: Turn): OpenConnection {
  return turn.context.profile.tsRecentFollows === 'sequence' ? updateTimestamp(connection, segment) : connection;
}

/** RCV.WND. A listener's child goes by what its SYN,ACK could say: no SYN's window is scaled (RFC 7323 §2.2). */
function windowSaid(connection: OpenConnection): number {
  const window = receiveWindow(connection.receive);
  const isChild = connection.state === 'SYN_RECEIVED' && connection.openedBy === 'passive';
  return isChild ? Math.min(window, MOST_UNSCALED) : window;
}

const MOST_UNSCALED = 65_535;

/** RFC 5961 §4 asks for the challenge whatever the SYN's sequence number, so it passes by; `checkSyn` sends it. */
function isSynToChallenge(connection: OpenConnection, segment: Segment, turn: Turn): boolean {
  return (
    segment.syn &&
    !segment.rst &&
    connection.state !== 'SYN_RECEIVED' &&
    turn.context.profile.synOnConnection === 'challenge'
  );
}

/**
 * Linux measures the left edge from the last acknowledgment sent and not from RCV.NXT (`tcp_sequence`), so that what a repeated
 * segment acknowledges is read; its octets are known.
 */
function isReadableRepeat({ state, receive }: OpenConnection, segment: Segment, turn: Turn): boolean {
  if (!turn.context.profile.repeatsAcknowledge || state === 'SYN_RECEIVED' || segment.rst || segment.syn) return false;
  return isRepeat(segment, receive) && !isBefore(endOf(segment), receive.lastAckSent);
}

/** It begins left of RCV.NXT, and nothing of it is new. */
export function isRepeat(segment: Segment, { rcvNxt }: ReceiveSide): boolean {
  return isBefore(segment.seq, rcvNxt) && isAtMost(endOf(segment), rcvNxt);
}

function endOf(segment: Segment): Segment['seq'] {
  return advance(segment.seq, segmentLength(segment));
}

/** Some stacks send their last reset without counting their FIN; Linux obeys it one octet left of RCV.NXT (`tcp_reset_check`). */
export function isResetAtFin(segment: Segment, receive: ReceiveSide, turn: Turn): boolean {
  return turn.context.profile.resetAtFinObeyed && receive.ended && segment.seq === advance(receive.rcvNxt, -1);
}

/** Table 6 of RFC 9293 §3.4: does any part of the segment fall into the receive window? */
export function fits(segment: Segment, rcvNxt: Segment['seq'], rcvWnd: number): boolean {
  const length = segmentLength(segment);
  if (rcvWnd === 0) return length === 0 && segment.seq === rcvNxt;
  if (isInWindow(segment.seq, rcvNxt, rcvWnd)) return true;
  return length > 0 && isInWindow(advance(segment.seq, length - 1), rcvNxt, rcvWnd);
}

/** R1 of RFC 7323 §5.3: SEG.TSval < TS.Recent, and not a reset. */
export function isOldByTimestamp(tsRecent: number | null, segment: Segment): boolean {
  if (tsRecent === null || segment.timestamps === null || segment.rst) return false;
  return ((segment.timestamps.value - tsRecent) | 0) < 0;
}

/** R3: TS.Recent follows segments that stand at or before the last acknowledgment sent. */
export function updateTimestamp<C extends OpenConnection>(connection: C, segment: Segment): C {
  const { receive } = connection;
  const { timestamps } = segment;
  if (timestamps === null || receive.tsRecent === null || timestamps.value === receive.tsRecent) return connection;
  if (isBefore(receive.lastAckSent, segment.seq)) return connection;
  return { ...connection, receive: { ...receive, tsRecent: timestamps.value } };
}
