import { CLOSED, type Connection, LISTEN, type OpenConnection } from '../connection';
import { answerWithAck } from '../emit';
import type { Errno } from '../profile';
import type { RuleId } from '../rules';
import type { Segment } from '../segment';
import { stopTimers } from '../timers';
import type { Turn } from '../turn';
import { isResetAtFin } from './check-sequence';

/** Second check. A reset that got past the first stands in the window; RFC 5961 §3 obeys it only at RCV.NXT exactly. */
export function checkReset(connection: OpenConnection, segment: Segment, turn: Turn): Connection {
  if (!segment.rst) return connection;
  const { profile } = turn.context;
  const { receive } = connection;
  const isExact = segment.seq === receive.rcvNxt;
  const isAtFin = isResetAtFin(segment, receive, turn);
  if (!isExact && !isAtFin && profile.inexactReset === 'challenge') {
    turn.end('reset/challenged', 'discarded');
    return answerWithAck(connection, segment, turn, 'reset/challenged', true);
  }
  if (!isExact) turn.met(isAtFin ? 'reset/at-fin-obeyed' : 'reset/in-window-obeyed');
  return obeyReset(connection, turn);
}

function obeyReset(connection: OpenConnection, turn: Turn): Connection {
  stopTimers(turn);
  turn.notify();
  switch (connection.state) {
    case 'SYN_RECEIVED':
      if (connection.openedBy === 'passive') {
        turn.end('syn-received/reset-to-listen', 'accepted');
        return LISTEN;
      }
      return ended('syn-received/refused', 'ECONNREFUSED', turn);
    case 'ESTABLISHED':
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
      return ended('reset/connection-reset', 'ECONNRESET', turn);
    case 'CLOSE_WAIT':
      return ended('reset/connection-reset', turn.context.profile.close.resetInCloseWait, turn);
    case 'CLOSING':
    case 'LAST_ACK':
      return ended('reset/closing-deleted', 'ECONNRESET', turn);
  }
}

function ended(rule: RuleId, error: Errno, turn: Turn): Connection {
  turn.end(rule, 'accepted');
  return { ...CLOSED, error };
}
