import { assertNever } from '../tcp/assert-never';
import { later } from '../tcp/ms';
import { hasEnded, unreadOctets } from '../tcp/receive';
import type { RuleId } from '../tcp/rules';
import { at } from './at';
import type { Endpoint } from './endpoint';
import { happen, remove } from './happen';
import type { Happening } from './observer';
import { bind, connect, listen } from './open';
import type { Step } from './specification';
import type { Socket, World } from './world';

/** What a call gives back, or null while it blocks; 'read' where every octet has been told of already. */
type Result = string | null;

/** Runs a socket's script as far as it goes now: until a call blocks, a step is not due yet, or the end. */
export function runSocket(world: World, socket: Socket): void {
  for (;;) {
    const step = socket.spec.steps[socket.stepIndex];
    if (socket.phase !== 'running' || step === undefined) return;
    if (!socket.isBlocked) {
      const dueMs = Math.max(step.atMs ?? 0, later(socket.previousEndMs, step.afterMs ?? 0));
      if (dueMs > world.nowMs) {
        world.queue.push(dueMs, 2, { type: 'wake', socket: socket.index });
        return;
      }
      const failure = begin(world, socket, step);
      if (failure !== null) {
        giveBack(world, socket, step, failure);
        socket.phase = 'done';
        return;
      }
      socket.isBlocked = true;
    }
    const result = finish(world, socket, step);
    if (result === null) return;
    if (BLOCKING.has(step.call) && result !== 'read') giveBack(world, socket, step, result);
    socket.isBlocked = false;
    socket.stepIndex += 1;
    socket.previousEndMs = world.nowMs;
    if (/^E[A-Z]/.test(result)) socket.phase = 'done';
  }
}

const BLOCKING: ReadonlySet<Step['call']> = new Set(['accept', 'connect', 'receive', 'receiveEnd']);

/** Makes the call. Gives an error that it returns at once, else null. */
function begin(world: World, socket: Socket, step: Step): string | null {
  switch (step.call) {
    case 'listen':
      return listen(world, socket, step.port, step.reuseAddress);
    case 'bind':
      return bind(world, socket, step.port, step.reuseAddress);
    case 'connect':
      return connect(world, socket, step);
    case 'accept':
      note(world, socket, step.call, step.as, []);
      return null;
    case 'receive':
    case 'receiveEnd':
      socket.received = 0;
      beginToReceive(world, socket, step.call, step.call === 'receive' ? String(step.octets ?? '') : null);
      return null;
    case 'send':
      return send(world, socket, step.data);
    case 'shutdown':
    case 'close':
    case 'abort':
      return leave(world, socket, step.call);
    case 'crash':
      return crash(world, socket);
    default:
      return assertNever(step);
  }
}

/** Whether the call that was made can end now, and with what. */
function finish(world: World, socket: Socket, step: Step): Result {
  switch (step.call) {
    case 'accept':
      return accept(world, socket, step.as);
    case 'connect':
      return connected(socket.endpoint);
    case 'receive':
      return read(world, socket, step.call, step.octets ?? null);
    case 'receiveEnd':
      return read(world, socket, step.call, Number.POSITIVE_INFINITY);
    case 'listen':
    case 'bind':
    case 'send':
    case 'shutdown':
    case 'close':
    case 'abort':
    case 'crash':
      return '0';
    default:
      return assertNever(step);
  }
}

function connected(endpoint: Endpoint | null): Result {
  if (endpoint === null) return 'ENOTCONN';
  const { connection } = endpoint;
  if (connection.state === 'SYN_SENT' || connection.state === 'SYN_RECEIVED') return null;
  return connection.state === 'CLOSED' ? (connection.error ?? 'ECONNABORTED') : '0';
}

/** A child in the backlog becomes socket `as`, whose script begins now. */
function accept(world: World, socket: Socket, as: string): Result {
  const listener = at(world.hosts, socket.host).listeners.get(socket.listensAt ?? -1);
  const endpoint = listener?.backlog.shift();
  const child = world.sockets.find(({ spec }) => spec.id === as);
  if (endpoint === undefined || child === undefined) return null;
  endpoint.socket = child.index;
  child.endpoint = endpoint;
  child.phase = 'running';
  child.previousEndMs = world.nowMs;
  world.observer.owned(endpoint);
  world.ready.push(child.index);
  return as;
}

/** RECEIVE where nothing can be handed over yet says by which rule; where something can, the hand-over that follows does. */
function beginToReceive(world: World, socket: Socket, call: string, argument: string | null): void {
  const { endpoint } = socket;
  if (endpoint === null || countUnread(endpoint) > 0) {
    note(world, socket, call, argument, endpoint === null ? ['call/no-connection'] : []);
    return;
  }
  happen(world, endpoint, { type: 'call', call: { call: 'receive', atMost: 0 } }, cause(socket, call, argument));
}

/** receive(): `wanted` octets, or whatever there is (null), or all until the end (Infinity): read() after read(), each of which is told of. */
function read(world: World, socket: Socket, call: string, wanted: number | null): Result {
  const { endpoint } = socket;
  if (endpoint === null) return 'ENOTCONN';
  const atMost = (wanted ?? Number.POSITIVE_INFINITY) - socket.received;
  const count = Math.min(atMost, countUnread(endpoint));
  if (count > 0) {
    const happening: Happening = { type: 'return', socket: socket.index, call, result: octets(count) };
    happen(world, endpoint, { type: 'call', call: { call: 'receive', atMost } }, happening);
    socket.received += count;
  }
  if (wanted === null ? socket.received > 0 : socket.received >= wanted) return 'read';
  const { connection } = endpoint;
  if (connection.state === 'CLOSED' && connection.error !== null) return connection.error;
  return hasEnded(connection) ? '0' : null;
}

function octets(count: number): string {
  return count === 1 ? '1 octet' : `${count} octets`;
}

function countUnread({ connection }: Endpoint): number {
  return unreadOctets(connection).reduce((sum, { text }) => sum + text.length, 0);
}

function send(world: World, socket: Socket, data: string): string | null {
  const { endpoint } = socket;
  if (endpoint === null) {
    note(world, socket, 'send', data, [socket.listensAt === null ? 'call/no-connection' : 'call/remote-unspecified']);
    return 'ENOTCONN';
  }
  const { connection } = endpoint;
  happen(world, endpoint, { type: 'call', call: { call: 'send', text: data } }, cause(socket, 'send', data));
  switch (connection.state) {
    case 'SYN_SENT':
    case 'SYN_RECEIVED':
    case 'ESTABLISHED':
    case 'CLOSE_WAIT':
      return null;
    case 'CLOSED':
      return connection.error ?? 'EPIPE';
    case 'LISTEN':
      return 'ENOTCONN';
    case 'FIN_WAIT_1':
    case 'FIN_WAIT_2':
    case 'CLOSING':
    case 'LAST_ACK':
    case 'TIME_WAIT':
      return 'EPIPE';
    default:
      return assertNever(connection);
  }
}

/** shutdown(), close() and abort(); a listening socket stops listening. */
function leave(world: World, socket: Socket, call: 'shutdown' | 'close' | 'abort'): null {
  if (socket.listensAt !== null) {
    const host = at(world.hosts, socket.host);
    const entry = world.observer.begin(world.nowMs, host, null, cause(socket, call, null), 'LISTEN');
    host.listeners.delete(socket.listensAt);
    socket.listensAt = null;
    world.observer.met(entry, [call === 'abort' ? 'abort/deleted' : 'close/listener-deleted']);
    world.observer.end(entry, 'CLOSED', null);
  } else if (socket.endpoint === null) {
    note(world, socket, call, null, ['call/no-connection']);
  } else {
    happen(world, socket.endpoint, { type: 'call', call: { call } }, cause(socket, call, null));
  }
  return null;
}

/** The control block vanishes and nothing is sent. */
function crash(world: World, socket: Socket): null {
  const host = at(world.hosts, socket.host);
  const { endpoint } = socket;
  const before = endpoint?.connection.state ?? (socket.listensAt === null ? 'CLOSED' : 'LISTEN');
  const entry = world.observer.begin(world.nowMs, host, endpoint, cause(socket, 'crash', null), before);
  if (endpoint !== null) {
    endpoint.connection = { state: 'CLOSED', error: 'ECONNABORTED', unread: [] };
    remove(world, endpoint);
  }
  if (socket.listensAt !== null) host.listeners.delete(socket.listensAt);
  socket.listensAt = null;
  world.observer.end(entry, 'CLOSED', null);
  return null;
}

/** An entry of a call that changes no connection. */
function note(world: World, socket: Socket, call: string, argument: string | null, rules: readonly RuleId[]): void {
  record(world, socket, cause(socket, call, argument), rules);
}

function giveBack(world: World, socket: Socket, step: Step, result: string): void {
  const isEnd = result === '0' && (step.call === 'receive' || step.call === 'receiveEnd');
  const happening: Happening = { type: 'return', socket: socket.index, call: step.call, result };
  record(world, socket, happening, isEnd ? ['receive/end-of-stream'] : []);
}

function record(world: World, socket: Socket, happening: Happening, rules: readonly RuleId[]): void {
  const state = socket.endpoint?.connection.state ?? (socket.listensAt === null ? 'CLOSED' : 'LISTEN');
  const entry = world.observer.begin(world.nowMs, at(world.hosts, socket.host), socket.endpoint, happening, state);
  world.observer.met(entry, rules);
  world.observer.end(entry, state, null);
}

function cause(socket: Socket, call: string, argument: string | null): Happening {
  return { type: 'call', socket: socket.index, call, argument };
}
