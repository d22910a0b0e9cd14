import { CLOSED, type Connection, LISTEN, type OpenConnection } from '../connection';
import { answerWithAck, resetSegment } from '../emit';
import { type Segment, segmentEnd } from '../segment';
import { advance, seqNumber } from '../sequence-number';
import { stopTimers } from '../timers';
import type { Turn } from '../turn';

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
  if (turn.context.profile.synOnConnection === 'challenge') {
    turn.end('syn/challenged', 'discarded');
    return answerWithAck(connection, segment, turn, 'syn/challenged', true);
  }
  turn.end('syn/reset-in-window', 'refused');
  stopTimers(turn);
  turn.notify();
  turn.send(resetSegment(seqNumber(0), segmentEnd(segment), segment.origin), 'syn/reset-in-window');
  return { ...CLOSED, error: 'ECONNRESET' };
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
