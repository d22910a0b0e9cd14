import { CLOSED, type Connection, type TimeWait } from '../connection';
import { isLoopable, isThrottled, resetSegment, stamp } from '../emit';
import { timeWaitDuration } from '../profile';
import type { RuleId } from '../rules';
import { type Segment, segmentEnd } from '../segment';
import { advance, isAtMost, isBefore, seqNumber } from '../sequence-number';
import type { Turn } from '../turn';
import { fits, isOldByTimestamp } from './check-sequence';

/**
 * RFC 9293 §3.10.7.4 for TIME_WAIT, or what Linux does instead (`tcp_timewait_state_process`).
 * The peer's FIN is looked for before the window check, which would discard it unseen: docs/decisions/0002.
 */
export function arrivesAtTimeWait(connection: TimeWait, segment: Segment, turn: Turn): Connection {
  const { profile } = turn.context;
  if (segment.syn && !segment.rst && segment.ack === null && mayReopen(connection, segment, turn)) {
    return giveWay(connection, turn);
  }
  if (profile.timeWait.answers === 'freebsd') return answerAsFreeBsd(connection, segment, turn);
  if (isRepeatedFin(connection, segment)) {
    turn.end('time-wait/fin-retransmitted', 'duplicate');
    turn.arm('time-wait', timeWaitDuration(profile));
    return answer(connection, segment, turn, 'time-wait/fin-retransmitted');
  }
  return profile.timeWait.answers === 'linux'
    ? answerAsLinux(connection, segment, turn)
    : answerByRfc(connection, segment, turn);
}

/** The retransmission of the FIN that ended this connection: it ends where RCV.NXT stands. */
function isRepeatedFin(connection: TimeWait, segment: Segment): boolean {
  return segment.fin && !segment.rst && !segment.syn && segmentEnd(segment) === connection.rcvNxt;
}

/** RFC 6191 by timestamps, RFC 1122 §4.2.2.13 (RFC 9293 MAY-2) by sequence number; and somebody must be listening. */
function mayReopen(connection: TimeWait, segment: Segment, turn: Turn): boolean {
  const { timeWait } = turn.context.profile;
  if (!turn.context.hasListener || isOldByTimestamp(connection.tsRecent, segment)) return false;
  const { tsRecent } = connection;
  const isNewer = tsRecent !== null && segment.timestamps !== null && segment.timestamps.value !== tsRecent;
  if (timeWait.reopenByTimestamp && isNewer) {
    turn.end('time-wait/reopened-by-timestamp', 'accepted');
    return true;
  }
  if (!timeWait.reopenBySequence || !isBefore(connection.rcvNxt, segment.seq)) return false;
  turn.end('time-wait/reopened-by-sequence', 'accepted');
  return true;
}

/** The new connection's numbers must lie beyond all that the old one used. */
function giveWay(connection: TimeWait, turn: Turn): Connection {
  turn.disarm('time-wait');
  const iss = advance(connection.sndNxt, turn.context.profile.timeWait.reopenIsnStep);
  turn.effects.push({ type: 'reopen', iss });
  return CLOSED;
}

function answerByRfc(connection: TimeWait, segment: Segment, turn: Turn): Connection {
  if (isOldByTimestamp(connection.tsRecent, segment)) {
    turn.end('paws/old-timestamp', 'discarded');
    return answer(connection, segment, turn, 'paws/old-timestamp');
  }
  const challenges = turn.context.profile.synOnConnection === 'challenge';
  if (segment.syn && !segment.rst && challenges) {
    turn.end('time-wait/syn-challenged', 'discarded');
    return answer(connection, segment, turn, 'time-wait/syn-challenged', true);
  }
  if (!fits(segment, connection.rcvNxt, connection.rcvWnd)) {
    const isRepeat = !segment.rst && !segment.syn && isAtMost(segmentEnd(segment), connection.rcvNxt);
    turn.end(segment.rst ? 'sequence/reset-dropped' : 'sequence/not-acceptable', isRepeat ? 'duplicate' : 'discarded');
    return segment.rst ? connection : answer(connection, segment, turn, 'sequence/not-acceptable');
  }
  if (segment.rst) return answerReset(connection, segment, turn);
  if (segment.syn) return resetForSyn(segment, turn);
  if (segment.ack === null) {
    turn.end('ack/missing', 'discarded');
  } else if (segment.text !== '' || segment.fin) {
    turn.end('text/after-fin-ignored', 'discarded');
  } else {
    turn.end('time-wait/ack-ignored', 'accepted');
  }
  return connection;
}

function answerReset(connection: TimeWait, segment: Segment, turn: Turn): Connection {
  const { profile } = turn.context;
  if (!profile.timeWait.resetEnds) {
    turn.end('time-wait/reset-ignored', 'discarded');
    return connection;
  }
  if (segment.seq !== connection.rcvNxt && profile.inexactReset === 'challenge') {
    turn.end('reset/challenged', 'discarded');
    return answer(connection, segment, turn, 'reset/challenged', true);
  }
  return endByReset(turn);
}

/** TIME-WAIT assassination, as RFC 1337 calls it. */
function endByReset(turn: Turn): Connection {
  turn.end('time-wait/reset', 'accepted');
  turn.disarm('time-wait');
  return CLOSED;
}

/** RFC 793 p. 71 makes no exception for this state. */
function resetForSyn(segment: Segment, turn: Turn): Connection {
  turn.end('syn/reset-in-window', 'refused');
  turn.disarm('time-wait');
  turn.send(resetSegment(seqNumber(0), segmentEnd(segment), segment.origin), 'syn/reset-in-window');
  return CLOSED;
}

function answerAsLinux(connection: TimeWait, segment: Segment, turn: Turn): Connection {
  if (segment.rst) {
    if (segment.seq !== connection.rcvNxt) {
      turn.end('time-wait/reset-not-exact', 'discarded');
      return connection;
    }
    if (turn.context.profile.timeWait.resetEnds) return endByReset(turn);
    turn.end('time-wait/reset-ignored', 'discarded');
    return connection;
  }
  const isOld = isOldByTimestamp(connection.tsRecent, segment);
  if (!segment.syn || isOld) turn.arm('time-wait', timeWaitDuration(turn.context.profile));
  if (!segment.syn && !isOld && segment.seq === connection.rcvNxt && segment.text === '' && !segment.fin) {
    turn.end('time-wait/ack-restarts', 'accepted');
    return connection;
  }
  if (segment.syn) {
    turn.end('time-wait/syn-challenged', 'discarded');
    return answer(connection, segment, turn, 'time-wait/syn-challenged', true);
  }
  turn.end('time-wait/anything-restarts', isAtMost(segmentEnd(segment), connection.rcvNxt) ? 'duplicate' : 'discarded');
  return answer(connection, segment, turn, 'time-wait/anything-restarts');
}

/** `tcp_twcheck()`: a reset changes nothing, what carries no ACK is dropped, and all else is answered but what both sides agree on. */
function answerAsFreeBsd(connection: TimeWait, segment: Segment, turn: Turn): Connection {
  if (segment.rst) {
    turn.end('time-wait/reset-ignored', 'discarded');
    return connection;
  }
  if (segment.ack === null) {
    turn.end('ack/missing', 'discarded');
    return connection;
  }
  const rule = isRepeatedFin(connection, segment) ? 'time-wait/fin-retransmitted' : 'time-wait/answered';
  if (rule === 'time-wait/fin-retransmitted') turn.arm('time-wait', timeWaitDuration(turn.context.profile));
  const isAgreed = segment.seq === connection.rcvNxt && segment.ack === connection.sndNxt;
  if (isAgreed && segment.text === '' && !segment.fin) {
    turn.end('time-wait/ack-ignored', 'accepted');
    return connection;
  }
  turn.end(rule, isAtMost(segmentEnd(segment), connection.rcvNxt) ? 'duplicate' : 'discarded');
  return answer(connection, segment, turn, rule);
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> */
function answer(connection: TimeWait, segment: Segment, turn: Turn, rule: RuleId, isChallenge = false): TimeWait {
  const { nowMs } = turn.context;
  if (isThrottled(segment, connection.lastChallengeMs, turn)) return connection;
  const { sndNxt, rcvNxt, rcvWnd, tsRecent, origin } = connection;
  const flags = { syn: false, fin: false, rst: false, psh: false, text: '' };
  const timestamps = stamp(tsRecent, nowMs);
  turn.send({ seq: sndNxt, ack: rcvNxt, window: rcvWnd, timestamps, origin, ...flags }, rule, isChallenge);
  return isLoopable(segment) ? { ...connection, lastChallengeMs: nowMs } : connection;
}
