import { assertNever } from '../assert-never';
import { CLOSED, type Connection, type FinWait2, type OpenConnection, type SynReceived } from '../connection';
import { answerWithAck, resetSegment } from '../emit';
import type { Segment } from '../segment';
import { advance, isBefore, type SeqNumber } from '../sequence-number';
import { stopTimers } from '../timers';
import type { Turn } from '../turn';
import { acknowledgeSent } from './acknowledged';
import { isRepeat, updateTimestamp } from './check-sequence';
import { enterTimeWait } from './enter-time-wait';
import { orphaned } from './orphan';

/** Fifth check: the acknowledgment, and what it means for the state. */
export function checkAck(connection: OpenConnection, segment: Segment, turn: Turn): Connection {
  const { ack } = segment;
  if (ack === null) {
    turn.end('ack/missing', 'discarded');
    return connection;
  }
  if (connection.state === 'SYN_RECEIVED') return completeHandshake(connection, segment, ack, turn);
  const { send } = connection;
  if (isBefore(send.sndNxt, ack)) {
    turn.end('ack/beyond-sent', 'discarded');
    return answerWithAck(connection, segment, turn, 'ack/beyond-sent', true);
  }
  const isAncient = isBefore(ack, advance(send.sndUna, -send.maxSndWnd));
  if (isAncient && turn.context.profile.ancientAck === 'challenge') {
    turn.end('ack/ancient', 'discarded');
    return answerWithAck(connection, segment, turn, 'ack/ancient', true);
  }
  const isOld = isBefore(ack, send.sndUna);
  const stamped = isOld ? connection : withTimestamp(connection, segment, turn);
  return afterAck({ ...stamped, send: acknowledgeSent(send, segment, turn) }, segment, turn);
}

function withTimestamp<C extends OpenConnection>(connection: C, segment: Segment, turn: Turn): C {
  return turn.context.profile.tsRecentFollows === 'acknowledgment' ? updateTimestamp(connection, segment) : connection;
}

/** SYN_RECEIVED: SND.UNA < SEG.ACK =< SND.NXT, or a reset. */
function completeHandshake(connection: SynReceived, segment: Segment, ack: SeqNumber, turn: Turn): Connection {
  const { send } = connection;
  const { receive } = withTimestamp(connection, segment, turn);
  if (!isBefore(send.sndUna, ack) || isBefore(send.sndNxt, ack)) {
    turn.end('syn-received/bad-ack-reset', 'refused');
    turn.send(resetSegment(ack, null, segment.origin), 'syn-received/bad-ack-reset');
    return connection;
  }
  turn.met('syn-received/established');
  turn.notify();
  const acknowledged = acknowledgeSent(send, segment, turn);
  if (!send.finQueued) return { state: 'ESTABLISHED', send: acknowledged, receive };
  turn.met('close/queued-until-established');
  return { state: 'FIN_WAIT_1', send: acknowledged, receive, orphan: true };
}

/** What the state makes of an acceptable acknowledgment. */
function afterAck(connection: Exclude<OpenConnection, SynReceived>, segment: Segment, turn: Turn): Connection {
  switch (connection.state) {
    case 'ESTABLISHED':
    case 'FIN_WAIT_2':
    case 'CLOSE_WAIT':
      return connection;
    case 'FIN_WAIT_1': {
      if (!isFinAcknowledged(connection)) return connection;
      turn.met('fin-wait-1/fin-acknowledged');
      const { send, receive, orphan } = connection;
      const next: FinWait2 = { state: 'FIN_WAIT_2', send, receive, orphan };
      return orphan && !segment.fin ? orphaned(next, turn) : next;
    }
    case 'CLOSING':
      if (!isFinAcknowledged(connection)) {
        // A FIN that comes again still wants its answer.
        if (!isRepeat(segment, connection.receive)) turn.end('closing/waits-for-ack', 'accepted');
        return connection;
      }
      turn.end('closing/fin-acknowledged', 'accepted');
      return enterTimeWait(connection, turn);
    case 'LAST_ACK':
      if (!isFinAcknowledged(connection)) return connection;
      turn.end('last-ack/fin-acknowledged', 'accepted');
      stopTimers(turn);
      turn.notify();
      return CLOSED;
    default:
      return assertNever(connection);
  }
}

/** Everything, the FIN included, has been sent and acknowledged. */
function isFinAcknowledged({ send }: OpenConnection): boolean {
  return send.inFlight.length === 0 && send.unsent === '' && !send.finQueued;
}
