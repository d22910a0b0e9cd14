import type { Ms } from '../tcp/ms';
import type { TimerKind } from '../tcp/turn';
import { at } from './at';
import type { Endpoint } from './endpoint';
import { EventQueue } from './event-queue';
import type { Host } from './host';
import type { Departure, Observer } from './observer';
import type { Packet } from './packet';
import type { HostSpec, NetworkSpec, SocketSpec } from './specification';

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

export type Event =
  | { readonly type: 'arrival'; readonly packet: Packet }
  | { readonly type: 'timer'; readonly endpoint: Endpoint; readonly timer: TimerKind }
  | { readonly type: 'wake'; readonly socket: number };

/** Another network than the specification's link: says when copies of a segment reach the other host. None = it is lost. */
export type Carrier = (departure: Departure) => readonly Ms[];

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
  /** Null = the link and the faults of the specification. */
  readonly carrier: Carrier | null;
}

const DEFAULT_WINDOW = 65_535;

export function createWorld(spec: NetworkSpec, observer: Observer, carrier: Carrier | null = null): World {
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
    carrier,
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
    stamps: new Map(),
    isnsUsed: 0,
    nextPort: profile.ephemeralPorts.first,
  };
}
