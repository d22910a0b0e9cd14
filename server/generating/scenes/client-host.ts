import 'server-only';
import type { Scenario, SocketSpec, Step } from '@/engine/simulation/scenario';
import type { Timeline } from '@/engine/simulation/timeline';
import type { TcpState } from '@/engine/tcp/state';

/** What becomes of one connection that the host has opened. */
export type Fate =
  | 'stays open'
  /** This host closes first and the server follows. */
  | 'closed by us'
  /** The server closes first and this host follows. */
  | 'closed by them'
  /** The server has closed, this host’s program has not. */
  | 'left open by us'
  /** This host has closed, the server’s program has not. */
  | 'left open by them';

export interface Opened {
  readonly server: 'a' | 'b';
  readonly fate: Fate;
}

export interface ClientHost {
  readonly addresses: Readonly<Record<'client' | 'a' | 'b', string>>;
  readonly opened: readonly Opened[];
  readonly ports: readonly [first: number, last: number];
  /** So many connect() to server a after all that. */
  readonly tries?: number;
}

const PORT = 443;
/** All closings are over by then, and no TIME_WAIT has ended. */
export const LOOKED_AT_MS = 20_000;

/** A Linux host that opens connections to two servers, one after the other, and looks at what is left. */
export function clientHost({ addresses, opened, ports, tries = 0 }: ClientHost): Scenario {
  const sockets: SocketSpec[] = [listener('a', opened), listener('b', opened)];
  for (const [index, { server, fate }] of opened.entries()) {
    const connect: Step = { call: 'connect', host: server, port: PORT, atMs: 100 * index };
    sockets.push({ id: `c${index}`, host: 'client', lane: 'client', steps: [connect, ...ourSteps(fate)] });
    sockets.push({ id: `s${index}`, host: server, lane: server, steps: theirSteps(fate) });
  }
  for (let index = 0; index < tries; index++) {
    const connect: Step = { call: 'connect', host: 'a', port: PORT, atMs: LOOKED_AT_MS + 1000 + index };
    sockets.push({ id: `t${index}`, host: 'client', lane: 'client', steps: [connect] });
  }
  return {
    version: 1,
    name: 'generated',
    profile: 'linux',
    hosts: [
      { id: 'client', role: 'client', address: addresses.client, sysctls: { ip_local_port_range: ports } },
      { id: 'a', role: 'server', address: addresses.a },
      { id: 'b', role: 'server', address: addresses.b },
    ],
    sockets,
    link: { oneWayMs: 5 },
    faults: [],
    timers: { mslMs: null, timeWaitMs: null },
    seed: 1,
    endMs: LOOKED_AT_MS + (tries > 0 ? 2000 : 0),
    originMs: 0,
  };
}

function listener(server: 'a' | 'b', opened: readonly Opened[]): SocketSpec {
  const accepts = opened.flatMap((one, index): Step[] =>
    one.server === server ? [{ call: 'accept', as: `s${index}` }] : [],
  );
  return { id: server, host: server, lane: server, steps: [{ call: 'listen', port: PORT }, ...accepts] };
}

const SOON: Step = { call: 'close', afterMs: 200 };
const FOLLOWS: readonly Step[] = [{ call: 'receiveEnd' }, { call: 'close', afterMs: 10 }];

function ourSteps(fate: Fate): readonly Step[] {
  if (fate === 'closed by us' || fate === 'left open by them') return [SOON];
  return fate === 'closed by them' ? FOLLOWS : [];
}

function theirSteps(fate: Fate): readonly Step[] {
  if (fate === 'closed by them' || fate === 'left open by us') return [SOON];
  return fate === 'closed by us' ? FOLLOWS : [];
}

const SS_NAMES: Partial<Record<TcpState, string>> = {
  ESTABLISHED: 'ESTAB',
  TIME_WAIT: 'TIME-WAIT',
  CLOSE_WAIT: 'CLOSE-WAIT',
  FIN_WAIT_2: 'FIN-WAIT-2',
};

export interface SsLine {
  readonly state: TcpState;
  readonly port: number;
  readonly peer: string;
}

/** What `ss -tan` would list on the client host at that moment. */
export function ssLines(timeline: Timeline, atMs: number): SsLine[] {
  const { hosts } = timeline.scenario;
  return timeline.intervals
    .filter(({ host, fromMs, toMs }) => host === 'client' && fromMs <= atMs && (toMs === null || atMs < toMs))
    .flatMap(({ connection, state }) => {
      const found = timeline.connections.find(({ id }) => id === connection);
      const peer = hosts.find(({ id }) => id === found?.remoteHost);
      return found && peer ? [{ state, port: found.localPort, peer: `${peer.address}:${found.remotePort}` }] : [];
    });
}

export function printSs(lines: readonly SsLine[], address: string): string {
  const rows = lines.map(({ state, port, peer }) => [SS_NAMES[state] ?? state, '0', '0', `${address}:${port}`, peer]);
  const head = ['State', 'Recv-Q', 'Send-Q', 'Local Address:Port', 'Peer Address:Port'];
  const widths = [10, 7, 7, 19, 0];
  const print = (row: readonly string[]) =>
    row
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join(' ')
      .trimEnd();
  return ['$ ss -tan', ...[head, ...rows].map(print)].join('\n');
}
