import { advance } from '../../../engine/network/advance';
import type { Observer } from '../../../engine/network/observer';
import type { NetworkSpec, SocketSpec, Step } from '../../../engine/network/specification';
import { createWorld, type World } from '../../../engine/network/world';
import { PROFILES, type Profile } from '../../../engine/tcp/profile';
import { REUSE_DELAY_SECONDS } from '../capacity';
import type { Load } from '../load';

const ONE_WAY_MS = 5;
/** The handshake and the close take a round trip each: connect() to ESTABLISHED, FIN to TIME_WAIT. */
const AROUND_MS = 4 * ONE_WAY_MS;
const MOMENTS = 40;

interface Played {
  readonly asked: number;
  readonly served: number;
  readonly firstFailureSeconds: number | null;
  /** All families together. */
  readonly moments: readonly { readonly seconds: number; readonly open: number; readonly timeWait: number }[];
}

/** Plays a load on the engine, connection by connection, for so many seconds. Each source address is a host of its own. */
export function simulate(load: Load, seconds: number): Played {
  const failures: number[] = [];
  const observer: Observer = {
    ...SILENT,
    met(_, rules) {
      if (rules.includes('open/no-free-port')) failures.push(world.nowMs / 1000);
    },
  };
  const world: World = createWorld(networkOf(load, seconds), observer);
  const moments = Array.from({ length: MOMENTS }, (_, index) => {
    const atMs = ((index + 0.5) / MOMENTS) * seconds * 1000;
    while (advance(world, atMs));
    return { seconds: atMs / 1000, ...count(world) };
  });
  while (advance(world, seconds * 1000 - 1));
  const asked = world.sockets.filter(({ spec }) => spec.id.startsWith('c')).length;
  return { asked, served: asked - failures.length, firstFailureSeconds: failures[0] ?? null, moments };
}

/** Connections that hold a port of a client. */
function count(world: World): { open: number; timeWait: number } {
  const states = world.hosts
    .filter(({ spec }) => spec.role === 'client')
    .flatMap(({ endpoints }) => [...endpoints.values()].map(({ connection }) => connection.state));
  const timeWait = states.filter((state) => state === 'TIME_WAIT').length;
  return { open: states.length - timeWait, timeWait };
}

function networkOf(load: Load, seconds: number): NetworkSpec {
  const clients = Array.from({ length: load.sourceAddresses }, (_, index) => `client${index}`);
  const servers = Array.from({ length: load.destinations }, (_, index) => `server${index}`);
  const rate = load.requestsPerSecond / load.requestsPerConnection;
  const asked = Math.round(rate * seconds);
  // Every family in its turn, and as many of each.
  const sockets = Array.from({ length: asked }, (_, index): SocketSpec => {
    const host = clients[index % clients.length] ?? '';
    const to = servers[Math.floor(index / clients.length) % servers.length] ?? '';
    return { id: `c${index}`, host, lane: host, steps: clientSteps(load, to, (index / rate) * 1000) };
  });
  const listeners = servers.flatMap((host): SocketSpec[] => {
    const children = Array.from({ length: Math.ceil(asked / servers.length) }, (_, index) => `${host}-${index}`);
    const accepts = children.map((id): Step => ({ call: 'accept', as: id }));
    return [
      { id: host, host, lane: host, steps: [{ call: 'listen', port: 80 }, ...accepts] },
      ...children.map((id) => ({ id, host, lane: host, steps: serverSteps(load) })),
    ];
  });
  const profile = profileOf(load);
  return {
    hosts: [
      ...clients.map((id) => ({ id, role: 'client', address: id }) as const),
      ...servers.map((id) => ({ id, role: 'server', address: id }) as const),
    ],
    profiles: [...clients, ...servers].map(() => profile),
    sockets: [...sockets, ...listeners],
    link: { oneWayMs: ONE_WAY_MS },
    faults: [],
    seed: 1,
  };
}

/** As many requests as a connection carries, one after the other, and then a pause until it has been open long enough; this side closes first. */
function clientSteps(load: Load, host: string, atMs: number): Step[] {
  const requests = Array.from({ length: load.requestsPerConnection }, (): Step[] => [
    { call: 'send', data: '?' },
    { call: 'receive' },
  ]);
  const busyMs = AROUND_MS + 2 * ONE_WAY_MS * load.requestsPerConnection;
  const close: Step = { call: 'close', afterMs: load.openSeconds * 1000 - busyMs };
  return [{ call: 'connect', host, port: 80, atMs }, ...requests.flat(), close];
}

function serverSteps({ requestsPerConnection }: Load): Step[] {
  const answers = Array.from({ length: requestsPerConnection }, (): Step[] => [
    { call: 'receive' },
    { call: 'send', data: '!' },
  ]);
  return [...answers.flat(), { call: 'receiveEnd' }, { call: 'close' }];
}

function profileOf(load: Load): Profile {
  const { linux } = PROFILES;
  return {
    ...linux,
    timeWaitMs: load.timeWaitSeconds * 1000,
    ephemeralPorts: { first: load.lowPort, last: load.highPort },
    timeWait: { ...linux.timeWait, automaticReuseAfterMs: load.reuse ? REUSE_DELAY_SECONDS * 1000 : null },
  };
}

function nothing(): void {}

const SILENT: Observer = {
  begin: () => 0,
  concerns: nothing,
  met: nothing,
  end: nothing,
  sent: () => 0,
  delivered: nothing,
  opened: nothing,
  closed: nothing,
  owned: nothing,
  armed: nothing,
  disarmed: nothing,
};
