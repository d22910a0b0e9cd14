import { assertNever } from '../assert-never';
import type { Connection } from '../connection';
import type { Segment } from '../segment';
import type { Turn } from '../turn';
import { arrivesAtClosed } from './closed';
import { arrivesAtListen } from './listen';
import { arrivesAtSynSent } from './syn-sent';
import { arrivesAtSynchronized } from './synchronized';
import { arrivesAtTimeWait } from './time-wait';

/** SEGMENT ARRIVES (RFC 9293 §3.10.7). */
export function segmentArrives(connection: Connection, segment: Segment, turn: Turn): Connection {
  if (segment.syn && segment.fin && isDropped(connection, turn)) {
    turn.end('syn/fin-dropped', 'discarded');
    return connection;
  }
  switch (connection.state) {
    case 'CLOSED':
      return arrivesAtClosed(connection, segment, turn);
    case 'LISTEN':
      return arrivesAtListen(connection, segment, turn);
    case 'SYN_SENT':
      return arrivesAtSynSent(connection, segment, turn);
    case 'SYN_RECEIVED':
    case 'ESTABLISHED':
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
    case 'CLOSE_WAIT':
    case 'CLOSING':
    case 'LAST_ACK':
      return arrivesAtSynchronized(connection, segment, turn);
    case 'TIME_WAIT':
      return arrivesAtTimeWait(connection, segment, turn);
    default:
      return assertNever(connection);
  }
}

function isDropped({ state }: Connection, turn: Turn): boolean {
  const { dropsSynFin } = turn.context.profile;
  return dropsSynFin === 'everywhere' || (dropsSynFin === 'at LISTEN' && state === 'LISTEN');
}
