import { at } from '../../network/at';
import type { Endpoint } from '../../network/endpoint';
import { happen, remove } from '../../network/happen';
import type { Socket, World } from '../../network/world';
import { CLOSED } from '../../tcp/connection';
import { hasEnded, unreadOctets } from '../../tcp/receive';
import type { Call } from '../../tcp/turn';

/** What a stack keeps of a socket beside its connection: with this a script's calls come to what they do on a real system. */
export interface UserSocket {
  readonly socket: Socket;
  isOpen: boolean;
  /** SO_LINGER in milliseconds, null while it is off. */
  lingerMs: number | null;
  /** `sk_err`: reported once, by whichever call comes first. */
  error: string | null;
  hasFailed: boolean;
  /** A read has reached the end of the stream. */
  sawEnd: boolean;
  /** shutdown() for reading, and for writing or the end of the connection. */
  readShut: boolean;
  writeShut: boolean;
}

export function userSocket(socket: Socket): UserSocket {
  return {
    ...{ socket, isOpen: true, lingerMs: null, error: null },
    ...{ hasFailed: false, sawEnd: false, readShut: false, writeShut: false },
  };
}

/** Takes over what has happened to the connection since: an error is there once, and after it both directions are shut (`tcp_done()`). */
export function refresh(one: UserSocket): void {
  const connection = one.socket.endpoint?.connection;
  if (connection === undefined || one.hasFailed) return;
  if (connection.state !== 'CLOSED' && connection.state !== 'TIME_WAIT') return;
  one.hasFailed = true;
  one.writeShut = true;
  if (connection.state === 'CLOSED') one.error = connection.error;
}

export function takeError(one: UserSocket): string | null {
  const { error } = one;
  one.error = null;
  return error;
}

/** Hands a call to the connection, if there is one; `name` is what the application called. */
export function userCall(world: World, one: UserSocket, call: Call, name: string): void {
  const { endpoint, index } = one.socket;
  if (endpoint === null) return;
  happen(world, endpoint, { type: 'call', call }, { type: 'call', socket: index, call: name, argument: null });
  refresh(one);
}

/** `tcp_recvmsg()`: what is there, else the end of the stream, else an error that waits, else nothing yet. Null = it blocks. */
export function read(
  world: World,
  one: UserSocket,
  atMost: number,
  isNonBlocking: boolean,
): { readonly text: string } | { readonly errno: string } | null {
  const { endpoint } = one.socket;
  if (endpoint === null) return { errno: 'ENOTCONN' };
  const unread = unreadOctets(endpoint.connection).map((octets) => octets.text);
  const text = unread.join('').slice(0, atMost);
  if (text !== '') {
    userCall(world, one, { call: 'receive', atMost: text.length }, 'receive');
    return { text };
  }
  if (one.sawEnd || (endpoint.connection.state !== 'CLOSED' && hasEnded(endpoint.connection))) {
    one.sawEnd = true;
    return { text: '' };
  }
  const errno = takeError(one);
  if (errno !== null) return { errno };
  if (one.readShut || one.hasFailed) return { text: '' };
  return isNonBlocking ? { errno: 'EAGAIN' } : null;
}

/** shutdown(); `how` without its SHUT_. Null = it went well. */
export function shutdown(world: World, one: UserSocket, how: string): string | null {
  const { endpoint } = one.socket;
  if (endpoint === null || endpoint.connection.state === 'CLOSED') return 'ENOTCONN';
  if (how !== 'WR') one.readShut = true;
  if (how === 'RD') return null;
  one.writeShut = true;
  userCall(world, one, { call: 'shutdown', readToo: how === 'RDWR' }, 'shutdown');
  return null;
}

/** close() of a connection: with SO_LINGER 0 it is aborted. */
export function close(world: World, one: UserSocket): void {
  userCall(world, one, { call: one.lingerMs === 0 ? 'abort' : 'close' }, 'close');
}

/** SO_LINGER with a time: a close() made at `sinceMs` waits for the FIN to be acknowledged, but no longer. */
export function isLingering(world: World, { socket, lingerMs }: UserSocket, sinceMs: number): boolean {
  const state = socket.endpoint?.connection.state;
  const isWaiting = state === 'FIN_WAIT_1' || state === 'CLOSING' || state === 'LAST_ACK';
  return isWaiting && world.nowMs < sinceMs + (lingerMs ?? 0);
}

/** `inet_csk_listen_stop()`: connections that nobody accepted are reset, half-open ones forgotten, of which `onForgotten` is told. */
export function stopListening(
  world: World,
  { socket }: UserSocket,
  port: number,
  onForgotten?: (endpoint: Endpoint) => void,
): void {
  const host = at(world.hosts, socket.host);
  host.listeners.delete(port);
  socket.listensAt = null;
  for (const endpoint of [...host.endpoints.values()]) {
    if (endpoint.listener !== socket.index || endpoint.socket >= 0) continue;
    if (endpoint.connection.state === 'SYN_RECEIVED') {
      endpoint.connection = CLOSED;
      remove(world, endpoint);
      onForgotten?.(endpoint);
    } else {
      const cause = { type: 'call', socket: socket.index, call: 'close', argument: null } as const;
      happen(world, endpoint, { type: 'call', call: { call: 'abort' } }, cause);
    }
  }
}
