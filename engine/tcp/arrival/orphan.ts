import { CLOSED, type Closed, type Connection, type FinWait2, receiveWindow } from '../connection';
import { answerWithAck, resetSegment } from '../emit';
import { type Segment, segmentEnd } from '../segment';
import { advance, isAtMost, isBefore, seqNumber } from '../sequence-number';
import { stopTimers } from '../timers';
import type { Turn } from '../turn';
import { isOldByTimestamp } from './check-sequence';
import { enterTimeWait } from './enter-time-wait';

/** What becomes of a connection whose application is gone once its FIN is acknowledged: a time-wait socket, a full one, or nothing. */
export function orphaned(connection: FinWait2, turn: Turn): FinWait2 | Closed {
  const { finWait2Ms, miniFinWait2Ms } = turn.context.profile.close;
  if (finWait2Ms === null) return connection;
  const isMini = miniFinWait2Ms !== null && finWait2Ms <= miniFinWait2Ms;
  if (!isMini) {
    turn.arm('fin-wait-2', finWait2Ms);
    return connection;
  }
  stopTimers(turn);
  if (turn.context.timeWaitIsFull === true) {
    turn.met('time-wait/no-room');
    return CLOSED;
  }
  turn.arm('fin-wait-2', finWait2Ms);
  return { ...connection, isMini };
}

/** Linux's time-wait socket in the substate FIN_WAIT_2 (`tcp_timewait_state_process`): it takes the peer's FIN and nothing else. */
export function arrivesAtOrphan(connection: FinWait2, segment: Segment, turn: Turn): Connection {
  const { receive } = connection;
  const end = segmentEnd(segment);
  if (isOldByTimestamp(receive.tsRecent, segment) || !isInWindow(connection, segment)) {
    const rule = segment.syn ? 'syn/challenged' : 'sequence/not-acceptable';
    turn.end(rule, 'discarded');
    return answerWithAck(connection, segment, turn, rule, segment.syn);
  }
  if (segment.rst) {
    turn.end('reset/connection-reset', 'accepted');
    return gone(turn);
  }
  if (segment.syn && !isBefore(segment.seq, receive.rcvNxt)) return refuse(segment, turn);
  if (segment.ack === null || isAtMost(end, receive.rcvNxt) || end === segment.seq) {
    turn.end('fin-wait-2/orphan-ignores', 'accepted');
    return connection;
  }
  if (!segment.fin || end !== advance(receive.rcvNxt, 1)) return refuse(segment, turn);
  turn.met('fin-wait-2/fin-received');
  const tsRecent = receive.tsRecent === null ? null : (segment.timestamps?.value ?? receive.tsRecent);
  const ended = { ...connection, receive: { ...receive, rcvNxt: end, ended: true, finAt: null, held: [], tsRecent } };
  return enterTimeWait(answerWithAck(ended, segment, turn, 'fin-wait-2/fin-received'), turn);
}

/** `tcp_in_window()`, a little stricter at the right edge than Table 6. */
function isInWindow({ receive }: FinWait2, segment: Segment): boolean {
  const edge = advance(receive.rcvNxt, receiveWindow(receive));
  const end = segmentEnd(segment);
  if (segment.seq === receive.rcvNxt) return true;
  if (isBefore(receive.rcvNxt, end) && isBefore(segment.seq, edge)) return true;
  return segment.seq === edge && segment.seq === end;
}

/** Octets that nobody can read any more, or another connection's SYN: a reset, and the end. */
function refuse(segment: Segment, turn: Turn): Closed {
  turn.end('fin-wait-2/orphan-reset', 'refused');
  const [seq, ack] = segment.ack === null ? [seqNumber(0), segmentEnd(segment)] : [segment.ack, null];
  turn.send(resetSegment(seq, ack, segment.origin), 'fin-wait-2/orphan-reset');
  return gone(turn);
}

function gone(turn: Turn): Closed {
  stopTimers(turn);
  return CLOSED;
}
