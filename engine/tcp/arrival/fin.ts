import { assertNever } from '../assert-never';
import type { CloseWait, Closing, Connection, OpenConnection } from '../connection';
import { acknowledge, oweAck } from '../emit';
import { ackDelay, ackModeOf, onFin } from '../quick-ack';
import { advance } from '../sequence-number';
import type { Turn } from '../turn';
import { enterTimeWait } from './enter-time-wait';

type Receiving = Extract<OpenConnection, { state: 'ESTABLISHED' | 'FIN_WAIT_1' | 'FIN_WAIT_2' }>;

/** Eighth: RCV.NXT advances over the FIN, an acknowledgment goes back, the state moves on. */
export function takeFin(connection: Receiving, turn: Turn, fillsHole = false): Connection {
  turn.notify();
  const rcvNxt = advance(connection.receive.rcvNxt, 1);
  const receive = { ...connection.receive, rcvNxt, ended: true, finAt: null, held: [] };
  switch (connection.state) {
    case 'ESTABLISHED':
      turn.met('established/fin-received');
      return oweAckOfFin({ state: 'CLOSE_WAIT', send: connection.send, receive }, turn, fillsHole);
    case 'FIN_WAIT_1':
      turn.met('fin-wait-1/fin-received');
      return acknowledge<Closing>(
        { state: 'CLOSING', send: connection.send, receive },
        turn,
        'fin-wait-1/fin-received',
      );
    case 'FIN_WAIT_2': {
      const rule = 'fin-wait-2/fin-received';
      turn.met(rule);
      return enterTimeWait(acknowledge({ ...connection, receive }, turn, rule), turn);
    }
    default:
      return assertNever(connection);
  }
}

/** The passive side's ACK may still ride on its own FIN, if the application closes soon enough. */
function oweAckOfFin(connection: CloseWait, turn: Turn, fillsHole: boolean): CloseWait {
  const { delayMs, firstDelayMs, policy } = turn.context.profile.acknowledgment;
  if (policy === 'every second') {
    turn.met('ack/second');
    return acknowledge(connection, turn, 'ack/second');
  }
  // RFC 5681 §4.2: who fills a hole is told so at once (Linux ICSK_ACK_NOW).
  if (fillsHole && policy === 'linux') {
    turn.met('ack/quick');
    return acknowledge(connection, turn, 'ack/quick');
  }
  const mode = ackModeOf(connection.receive);
  turn.met(policy === 'piggyback' ? 'ack/piggybacked' : 'ack/delayed');
  if (policy === 'piggyback') return oweAck(connection, turn, delayMs);
  const waiting = { ...connection, receive: { ...connection.receive, ackMode: onFin(mode) } };
  return oweAck(waiting, turn, ackDelay(mode, connection.send, firstDelayMs));
}
