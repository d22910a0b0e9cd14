import { type Connection, type Octets, type ReceiveSide, receiveWindow } from './connection';
import { acknowledge } from './emit';
import type { RuleId } from './rules';
import { advance, distance } from './sequence-number';
import type { Turn } from './turn';

/** RECEIVE (RFC 9293 §3.10.3): hands over at most `atMost` octets that are here. Waiting for more is the application's business. */
export function receive(connection: Connection, atMost: number, turn: Turn): Connection {
  switch (connection.state) {
    case 'LISTEN':
    case 'SYN_SENT':
    case 'SYN_RECEIVED':
      turn.met('receive/waits');
      return connection;
    case 'ESTABLISHED':
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
    case 'CLOSE_WAIT':
    case 'CLOSING':
    case 'LAST_ACK': {
      const read = readFrom(connection.receive, atMost, turn);
      return tellOfRoom({ ...connection, receive: read }, turn);
    }
    case 'TIME_WAIT':
      return { ...connection, unread: takeUnread(connection.unread, atMost, 'receive/end-of-stream', turn) };
    case 'CLOSED':
      return { ...connection, unread: takeUnread(connection.unread, atMost, 'call/no-connection', turn) };
  }
}

/** Octets that wait to be read. */
export function unreadOctets(connection: Connection): readonly Octets[] {
  if ('receive' in connection) return connection.receive.unread;
  return 'unread' in connection ? connection.unread : [];
}

/** The stream has ended: nothing will come after what is unread. */
export function hasEnded(connection: Connection): boolean {
  if ('receive' in connection) return connection.receive.ended;
  return connection.state === 'TIME_WAIT' || (connection.state === 'CLOSED' && connection.error === null);
}

function readFrom(side: ReceiveSide, atMost: number, turn: Turn): ReceiveSide {
  const otherwise = side.ended ? 'receive/end-of-stream' : 'receive/nothing';
  const unread = takeUnread(side.unread, atMost, otherwise, turn);
  const unreadLength = unread.reduce((sum, { text }) => sum + text.length, 0);
  return { ...side, unread, unreadLength };
}

/** Hands over what there is. Where there is nothing, the rule `otherwise` says what that means. */
function takeUnread(unread: readonly Octets[], atMost: number, otherwise: RuleId, turn: Turn): readonly Octets[] {
  const taken: Octets[] = [];
  const left: Octets[] = [];
  let room = atMost;
  for (const { text, origin } of unread) {
    if (room > 0) taken.push({ text: text.slice(0, room), origin });
    if (text.length > room) left.push({ text: text.slice(room), origin });
    room = Math.max(0, room - text.length);
  }
  if (taken.length === 0) {
    turn.met(otherwise);
    return unread;
  }
  turn.met('receive/delivered');
  turn.effects.push({ type: 'deliver', octets: taken });
  return left;
}

/** A window that had become small opens again: the peer is told once it is worth it (RFC 9293 §3.8.6.2.2). */
function tellOfRoom<C extends Extract<Connection, { receive: ReceiveSide }>>(connection: C, turn: Turn): C {
  const { receive: side } = connection;
  const edge = advance(side.rcvNxt, receiveWindow(side));
  const worthwhile = Math.min(turn.context.profile.mss, side.capacity / 2);
  const wasSmall = distance(side.rcvNxt, side.advertisedEdge) < worthwhile;
  if (side.ended || !wasSmall || distance(side.advertisedEdge, edge) < worthwhile) return connection;
  turn.met('window/update-sent');
  return acknowledge(connection, turn, 'window/update-sent');
}
