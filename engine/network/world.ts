import type { Connection } from '../tcp/connection';
import type { Ms } from '../tcp/ms';
import type { Profile } from '../tcp/profile';
import type { Segment } from '../tcp/segment';
import { type SeqNumber, seqNumber } from '../tcp/sequence-number';
import type { TimerKind } from '../tcp/turn';
import { EventQueue } from './event-queue';
import type { Observer } from './observer';
import type { HostSpec, NetworkSpec, SocketSpec } from './specification';

/** One transmission control block in its place at a host. */
export interface Endpoint {
  readonly id: number;
  readonly host: number;
  readonly remote: number;
  readonly localPort: number;
  readonly remotePort: number;
  readonly incarnation: number;
  readonly iss: SeqNumber;
  connection: Connection;
  /** Index of the socket that owns it, −1 while none does. */
  socket: number;
  /** The listener that made it, −1 for an active open. */
  readonly listener: number;
  /** When each running timer ends; a kind that is absent is not running. */
  readonly deadlines: Partial<Record<TimerKind, Ms>>;
  /** The entry that an ACK at the end of this instant belongs to. */
  ackEntry: number;
}

export interface Listener {
  readonly port: number;
  readonly socket: number;
  /** Established connections that no accept() has taken yet. */
  readonly backlog: Endpoint[];
}

/** What a host remembers of the incarnations of one four-tuple. */
export interface Past {
  readonly last: number;
  /** Initial sequence numbers of the latest ones. */
  readonly known: readonly { readonly incarnation: number; readonly iss: SeqNumber }[];
}

export interface Host {
  readonly index: number;
  readonly spec: HostSpec;
  readonly profile: Profile;
  readonly timestamps: boolean;
  readonly capacity: number;
  /** By four-tuple, see `pairKey`. */
  readonly endpoints: Map<number, Endpoint>;
  readonly listeners: Map<number, Listener>;
  readonly past: Map<number, Past>;
  isnsUsed: number;
  nextPort: number;
}

/** A socket and how far its script has come. */
export interface Socket {
  readonly index: number;
  readonly spec: SocketSpec;
  readonly host: number;
  endpoint: Endpoint | null;
  boundPort: number | null;
  listensAt: number | null;
  stepIndex: number;
  /** Its current call blocks. */
  isBlocked: boolean;
  /** Octets that the current receive() has been given so far. */
  received: number;
  previousEndMs: Ms;
  /** A child that accept() has not made yet has not begun. */
  phase: 'unborn' | 'running' | 'done';
}

/** A segment on its way. */
export interface Packet {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** What the observer calls it. */
  readonly id: number;
}

export type Event =
  | { readonly type: 'arrival'; readonly packet: Packet }
  | { readonly type: 'timer'; readonly endpoint: Endpoint; readonly timer: TimerKind }
  | { readonly type: 'wake'; readonly socket: number };

/** A network at one moment. Connections in it are values; the rest is changed by `advance` alone. */
export interface World {
  readonly spec: NetworkSpec;
  readonly observer: Observer;
  nowMs: Ms;
  readonly hosts: readonly Host[];
  readonly sockets: readonly Socket[];
  readonly queue: EventQueue<Event>;
  /** Sockets to run and endpoints that owe an ACK before the clock moves on. */
  readonly ready: number[];
  readonly owing: Endpoint[];
  /** How many segments each fault's selector has matched, and how many times it acted. */
  readonly faultHits: { matched: number; acted: number }[];
  nextEndpointId: number;
}

const DEFAULT_WINDOW = 65_535;

export function createWorld(spec: NetworkSpec, observer: Observer): World {
  const children = new Set(
    spec.sockets.flatMap(({ steps }) => steps.flatMap((s) => (s.call === 'accept' ? [s.as] : []))),
  );
  const world: World = {
    spec,
    observer,
    nowMs: 0,
    hosts: spec.hosts.map((host, index) => createHost(host, index, spec)),
    sockets: spec.sockets.map((socket, index) => ({
      index,
      spec: socket,
      host: spec.hosts.findIndex(({ id }) => id === socket.host),
      endpoint: null,
      boundPort: null,
      listensAt: null,
      stepIndex: 0,
      isBlocked: false,
      received: 0,
      previousEndMs: 0,
      phase: children.has(socket.id) ? 'unborn' : 'running',
    })),
    queue: new EventQueue(),
    ready: [],
    owing: [],
    faultHits: spec.faults.map(() => ({ matched: 0, acted: 0 })),
    nextEndpointId: 0,
  };
  for (const { index, phase } of world.sockets) if (phase === 'running') world.ready.push(index);
  return world;
}

function createHost(spec: HostSpec, index: number, network: NetworkSpec): Host {
  const profile = at(network.profiles, index);
  return {
    index,
    spec,
    profile,
    timestamps: spec.timestamps ?? profile.timestamps,
    capacity: spec.window ?? DEFAULT_WINDOW,
    endpoints: new Map(),
    listeners: new Map(),
    past: new Map(),
    isnsUsed: 0,
    nextPort: profile.ephemeralPorts.first,
  };
}

/** One number for what tells connections of a host apart: the other host and both ports. */
export function pairKey(remote: number, localPort: number, remotePort: number): number {
  return (remote * 65_536 + localPort) * 65_536 + remotePort;
}

/** The element that must be there: an index that the engine made itself. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`no element ${index} among ${list.length}`);
  return element;
}

/** The initial sequence number of an incarnation at a host, where it is still known. */
export function initialNumber(host: Host, key: number, incarnation: number): SeqNumber | null {
  return host.past.get(key)?.known.find((one) => one.incarnation === incarnation)?.iss ?? null;
}

/** ISN = M + F(four-tuple, secret), M a clock (RFC 9293 §3.4.1), unless the scenario has chosen one. */
export function nextInitialNumber(world: World, host: Host, key: number): SeqNumber {
  const chosen = host.spec.isns?.[host.isnsUsed];
  if (chosen !== undefined) {
    host.isnsUsed += 1;
    return seqNumber(chosen);
  }
  return seqNumber(Math.floor(world.nowMs * host.profile.isnTicksPerMs) + hash(world.spec.seed, host.index, key));
}

/** F: the same for every connection of one four-tuple, unlike any other's. */
function hash(seed: number, host: number, key: number): number {
  let mixed = seed ^ 0x9e3779b9;
  for (const part of [host, key % 65_536, Math.floor(key / 65_536)]) {
    mixed = Math.imul(mixed ^ part, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed >>> 0;
}
