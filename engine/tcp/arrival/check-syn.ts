import { CLOSED, type Connection, LISTEN, type OpenConnection, receiveWindow } from '../connection';
import { abortSegment, answerWithAck, resetSegment } from '../emit';
import type { RuleId } from '../rules';
import { type Segment, segmentEnd } from '../segment';
import { advance, isInWindow, seqNumber } from '../sequence-number';
import { stopTimers } from '../timers';
import { sendOldestAgain } from '../transmit';
import type { Turn } from '../turn';
import { isOldByTimestamp } from './check-sequence';

/**
 * Fourth check. On a living connection RFC 9293 (after RFC 5961 §4) sends a challenge ACK: the true peer ignores it, a peer that has
 * forgotten the connection proves so with an exact reset. RFC 793 p. 71 reset at once when the SYN stood in the window.
 */
export function checkSyn(connection: OpenConnection, segment: Segment, turn: Turn): Connection {
  if (!segment.syn) return connection;
  if (connection.state === 'SYN_RECEIVED' && connection.openedBy === 'passive') {
    turn.end('syn-received/syn-to-listen', 'discarded');
    stopTimers(turn);
    return LISTEN;
  }
  if (isForOrphan(connection, segment, turn)) return refuseSyn('fin-wait-2/orphan-reset', segment, turn);
  if (turn.context.profile.synOnConnection === 'challenge') {
    turn.end('syn/challenged', 'discarded');
    return answerWithAck(connection, segment, turn, 'syn/challenged', true);
  }
  if (turn.context.profile.close.synResetAs === 'abort') return abortForSyn(connection, turn);
  return refuseSyn('syn/reset-in-window', segment, turn);
}

function abortForSyn(connection: OpenConnection, turn: Turn): Connection {
  turn.end('syn/reset-in-window', 'refused');
  stopTimers(turn);
  turn.notify();
  turn.send(abortSegment(connection, turn), 'syn/reset-in-window');
  return { ...CLOSED, error: 'ECONNRESET' };
}

/** Linux keeps FIN_WAIT_2 that nobody owns in its TIME_WAIT table, where a branch older than RFC 5961 resets for a SYN in the window. */
function isForOrphan(connection: OpenConnection, segment: Segment, turn: Turn): boolean {
  if (connection.state !== 'FIN_WAIT_2' || !connection.orphan || !turn.context.profile.close.orphanResetsSyn)
    return false;
  const { receive } = connection;
  return (
    isInWindow(segment.seq, receive.rcvNxt, receiveWindow(receive)) && !isOldByTimestamp(receive.tsRecent, segment)
  );
}

/** The reset that answers a segment for which there is no connection (RFC 9293 §3.5.2), and the end of this one. */
function refuseSyn(rule: RuleId, segment: Segment, turn: Turn): Connection {
  turn.end(rule, 'refused');
  stopTimers(turn);
  turn.notify();
  turn.send(resetSegment(seqNumber(0), segmentEnd(segment), segment.origin), rule);
  return { ...CLOSED, error: 'ECONNRESET' };
}

/** Linux answers the SYN that made a half-open connection with the same SYN,ACK again, and sets its timer anew (`tcp_check_req`). */
export function answerRepeatedSyn(connection: OpenConnection, segment: Segment, turn: Turn): OpenConnection {
  const { profile } = turn.context;
  if (connection.state !== 'SYN_RECEIVED' || connection.openedBy === 'active' || profile.repeatedSyn !== 'answer') {
    return connection;
  }
  const isRepeat = segment.syn && !segment.rst && segment.ack === null && segment.seq === connection.receive.irs;
  if (!isRepeat || isOldByTimestamp(connection.receive.tsRecent, segment)) return connection;
  turn.end('syn-received/syn-repeated', 'duplicate');
  turn.arm('retransmission', connection.send.rtoMs);
  return sendOldestAgain(connection, turn, 'syn-received/syn-repeated');
}

/**
 * In a simultaneous open the peer's SYN comes a second time, now with its ACK (RFC 9293 §3.5, Figure 7, lines 5 and 6). Its SYN is old
 * news and stands left of the window; without it the rest is the acknowledgment that completes the handshake.
 */
export function crossedSynAck(connection: OpenConnection, segment: Segment, turn: Turn): Segment {
  if (connection.state !== 'SYN_RECEIVED' || !segment.syn || segment.rst) return segment;
  const { receive, send } = connection;
  if (segment.seq !== receive.irs || segment.ack !== send.sndNxt) return segment;
  turn.met('syn-received/crossed-syn-ack');
  return { ...segment, syn: false, seq: advance(segment.seq, 1) };
}
