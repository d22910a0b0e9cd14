import { CLOSED } from '../tcp/connection';
import { timeWaitDuration } from '../tcp/profile';
import type { RuleId } from '../tcp/rules';
import { advance as advanceSeq, type SeqNumber } from '../tcp/sequence-number';
import { step } from '../tcp/step';
import { addEndpoint } from './add-endpoint';
import { at } from './at';
import type { Endpoint } from './endpoint';
import { contextOf, remove, settle } from './happen';
import { type Host, pairKey } from './host';
import { nextInitialNumber } from './initial-number';
import type { Happening } from './observer';
import type { HostId } from './specification';
import type { Socket, World } from './world';

/** listen(): a passive OPEN. One listener a port. */
export function listen(world: World, socket: Socket, port: number, reuseAddress = true): string | null {
  const host = at(world.hosts, socket.host);
  const isFree = isPortFree(host, port, reuseAddress);
  const entry = world.observer.begin(world.nowMs, host, null, calling(socket, 'listen', String(port)), 'CLOSED');
  const { connection, trace } = step(CLOSED, { type: 'call', call: { call: 'listen' } }, contextOf(world, host, port));
  world.observer.met(entry, isFree ? trace : ['open/already-exists']);
  world.observer.end(entry, isFree ? connection.state : 'CLOSED', null);
  if (!isFree) return 'EADDRINUSE';
  host.listeners.set(port, { port, socket: socket.index, backlog: [] });
  socket.listensAt = port;
  return null;
}

/** bind(). The port stays the socket's, whatever becomes of its connection. */
export function bind(world: World, socket: Socket, port: number, reuseAddress = true): string | null {
  const host = at(world.hosts, socket.host);
  const isFree = isPortFree(host, port, reuseAddress);
  const entry = world.observer.begin(world.nowMs, host, null, calling(socket, 'bind', String(port)), 'CLOSED');
  world.observer.end(entry, 'CLOSED', null);
  if (!isFree) return 'EADDRINUSE';
  socket.boundPort = port;
  return null;
}

/** With SO_REUSEADDR only a listener stands in the way; without it, every connection at this port, down to TIME_WAIT (`inet_bind_conflict`). */
function isPortFree(host: Host, port: number, reuseAddress: boolean): boolean {
  if (host.listeners.has(port)) return false;
  return reuseAddress || ![...host.endpoints.values()].some(({ localPort }) => localPort === port);
}

/** connect(): an active OPEN from the bound port, or from a free one. */
export function connect(world: World, socket: Socket, target: { host: HostId; port: number }): string | null {
  const host = at(world.hosts, socket.host);
  const happening = calling(socket, 'connect', `${target.host}:${target.port}`);
  const remote = world.spec.hosts.findIndex(({ id }) => id === target.host);
  const localPort = socket.boundPort ?? freePort(world, host, remote, target.port);
  if (localPort === null) return refuse(world, host, happening, 'open/no-free-port', 'EADDRNOTAVAIL');
  const key = pairKey(remote, localPort, target.port);
  const holder = host.endpoints.get(key);
  let iss: SeqNumber | null = null;
  if (holder !== undefined) {
    const { error } = host.profile.timeWait.connect;
    iss = numberAfter(host, holder);
    if (iss === null) {
      const rule = holder.connection.state === 'TIME_WAIT' ? 'open/time-wait-holds-pair' : 'open/already-exists';
      return refuse(world, host, happening, rule, error);
    }
    replace(world, host, holder, happening);
  }
  const endpoint: Endpoint = {
    id: world.nextEndpointId++,
    host: host.index,
    remote,
    localPort,
    remotePort: target.port,
    incarnation: (host.past.get(key)?.last ?? 0) + 1,
    iss: iss ?? nextInitialNumber(world, host, key),
    connection: CLOSED,
    socket: socket.index,
    listener: -1,
    deadlines: {},
    waitMs: null,
    ackEntry: -1,
  };
  open(world, host, socket, endpoint, happening);
  return null;
}

function open(world: World, host: Host, socket: Socket, endpoint: Endpoint, happening: Happening): void {
  socket.endpoint = endpoint;
  addEndpoint(world, host, endpoint);
  const entry = world.observer.begin(world.nowMs, host, endpoint, happening, 'CLOSED');
  const context = contextOf(world, host, endpoint.localPort, endpoint.iss, endpoint.incarnation);
  const outcome = step(CLOSED, { type: 'call', call: { call: 'connect' } }, context);
  settle(world, endpoint, outcome, entry);
  world.observer.end(entry, outcome.connection.state, null);
}

/** Linux lets connect() take over a four-tuple in TIME_WAIT whose old connection used timestamps; the new numbers begin beyond the old ones. */
function numberAfter(host: Host, { connection }: Endpoint): SeqNumber | null {
  const { connect: policy, reopenIsnStep } = host.profile.timeWait;
  if (connection.state !== 'TIME_WAIT' || policy.reuses === 'never') return null;
  if (policy.reuses === 'with timestamps' && connection.tsRecent === null) return null;
  return advanceSeq(connection.sndNxt, reopenIsnStep);
}

function replace(world: World, host: Host, holder: Endpoint, happening: Happening): void {
  const entry = world.observer.begin(world.nowMs, host, holder, happening, holder.connection.state);
  world.observer.met(entry, ['open/reuses-time-wait']);
  holder.connection = CLOSED;
  world.observer.end(entry, 'CLOSED', null);
  remove(world, holder);
}

function refuse(world: World, host: Host, happening: Happening, rule: RuleId, error: string): string {
  const entry = world.observer.begin(world.nowMs, host, null, happening, 'CLOSED');
  world.observer.met(entry, [rule]);
  world.observer.end(entry, 'CLOSED', null);
  return error;
}

/** The next port of the profile's range whose four-tuple may be used, taken in turn; null when there is none. */
function freePort(world: World, host: Host, remote: number, remotePort: number): number | null {
  const { first, last } = host.profile.ephemeralPorts;
  const count = last - first + 1;
  for (let tried = 0; tried < count; tried++) {
    const port = host.nextPort;
    host.nextPort = port === last ? first : port + 1;
    const holder = host.endpoints.get(pairKey(remote, port, remotePort));
    if (!host.listeners.has(port) && (holder === undefined || isOldEnough(world, host, holder))) return port;
  }
  return null;
}

/** `tcp_twsk_unique` with `tcp_tw_reuse` = 1: an entry that has waited `tcp_tw_reuse_delay`, and whose connection used timestamps. */
function isOldEnough(world: World, host: Host, holder: Endpoint): boolean {
  const { automaticReuseAfterMs } = host.profile.timeWait;
  const endsMs = holder.deadlines['time-wait'];
  if (automaticReuseAfterMs === null || endsMs === undefined || numberAfter(host, holder) === null) return false;
  const waitedMs = world.nowMs - (endsMs - (holder.waitMs ?? timeWaitDuration(host.profile)));
  return waitedMs >= automaticReuseAfterMs;
}

function calling(socket: Socket, call: string, argument: string): Happening {
  return { type: 'call', socket: socket.index, call, argument };
}
