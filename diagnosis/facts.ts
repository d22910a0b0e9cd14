import { TCP_STATES, type TcpState } from '../engine/tcp/state';
import type { Paste, SocketRow } from './paste/paste';
import { type PortRange, rangeOf } from './port-range';
import { rolesOf } from './roles';

/** Connections that this machine opened from one own address to one destination: they share one range of ports and nothing else. */
export interface Family {
  readonly from: string;
  readonly to: string;
  readonly port: string;
  readonly timeWait: number;
  readonly established: number;
  /** Ports of the range that are held, in whatever state. */
  readonly held: number;
  /** Of the range. */
  readonly share: number;
  readonly isLoopback: boolean;
}

/** A port at which this machine takes connections. */
export interface Service {
  readonly port: string;
  readonly timeWait: number;
  readonly established: number;
  readonly closeWait: number;
}

/** What rules look at: counts, and what the machine is set to. Null = the paste does not say. */
export interface Facts {
  readonly states: Readonly<Record<TcpState, number>>;
  readonly sockets: number;
  /** Entries in TIME_WAIT: the rows, or what the kernel's own sum says where that is more. */
  readonly entries: number;
  /** The kernel's own sum, which counts orphaned FIN_WAIT_2 as well. */
  readonly counted: number | null;
  /** Rows in TIME_WAIT by who opened the connection; this machine closed them all first. */
  readonly timeWait: { readonly accepted: number; readonly opened: number; readonly unclear: number };
  readonly establishedAccepted: number;
  readonly range: PortRange;
  /** The fullest first. */
  readonly families: readonly Family[];
  readonly services: readonly Service[];
  readonly listeningInRange: readonly number[];
  readonly settings: {
    readonly reuse: number | null;
    readonly timestamps: number | null;
    readonly finTimeout: number | null;
    readonly maxBuckets: number | null;
    readonly rfc1337: number | null;
    readonly recycle: number | 'absent' | null;
  };
  readonly counters: Readonly<Record<string, number>>;
  /** Major and minor number. */
  readonly kernel: readonly [number, number] | null;
}

export function factsOf(paste: Paste): Facts {
  const { sockets, sockstat, summary, counters } = paste;
  const range = rangeOf(paste.sysctl);
  const roles = rolesOf(sockets, range);
  const states = countStates(sockets);
  const timeWait = { accepted: 0, opened: 0, unclear: 0 };
  let establishedAccepted = 0;
  for (const [index, { state }] of sockets.entries()) {
    const role = roles[index] ?? 'unclear';
    if (state === 'TIME_WAIT' && role !== 'listener') timeWait[role] += 1;
    if (state === 'ESTABLISHED' && role === 'accepted') establishedAccepted += 1;
  }
  const counted = sockstat.tw ?? summary.timewait ?? null;
  return {
    ...{ states, counted, timeWait, establishedAccepted, range },
    sockets: sockets.length,
    entries: Math.max(states.TIME_WAIT, counted ?? 0),
    families: familiesOf(
      sockets.filter((_, index) => roles[index] === 'opened'),
      range,
    ),
    services: servicesOf(sockets.filter((_, index) => roles[index] === 'accepted')),
    listeningInRange: listeningIn(sockets, range),
    settings: settingsOf(paste.sysctl),
    counters,
    kernel: versionOf(paste.kernel),
  };
}

function countStates(sockets: readonly SocketRow[]): Record<TcpState, number> {
  const counts = Object.fromEntries(TCP_STATES.map((state) => [state, 0])) as Record<TcpState, number>;
  for (const { state } of sockets) counts[state] += 1;
  return counts;
}

function familiesOf(rows: readonly SocketRow[], range: PortRange): Family[] {
  const groups = new Map<
    string,
    { row: SocketRow; timeWait: number; established: number; ports: Set<number | string> }
  >();
  for (const row of rows) {
    const key = `${row.local.address} ${row.remote.address} ${row.remote.port}`;
    const group = groups.get(key) ?? { row, timeWait: 0, established: 0, ports: new Set<number | string>() };
    groups.set(key, group);
    if (row.state === 'TIME_WAIT') group.timeWait += 1;
    if (row.state === 'ESTABLISHED') group.established += 1;
    const { port } = row.local;
    if (typeof port === 'number' && port >= range.low && port <= range.high) group.ports.add(port);
  }
  const size = range.high - range.low + 1;
  return [...groups.values()]
    .map(({ row, timeWait, established, ports }) => ({
      ...{ from: row.local.address, to: row.remote.address, port: String(row.remote.port) },
      ...{ timeWait, established, held: ports.size, share: ports.size / size },
      isLoopback: isLoopback(row.local.address) || isLoopback(row.remote.address),
    }))
    .sort((one, other) => other.held - one.held || other.timeWait - one.timeWait);
}

function servicesOf(rows: readonly SocketRow[]): Service[] {
  const services = new Map<string, { timeWait: number; established: number; closeWait: number }>();
  for (const { local, state } of rows) {
    const port = String(local.port);
    const service = services.get(port) ?? { timeWait: 0, established: 0, closeWait: 0 };
    services.set(port, service);
    if (state === 'TIME_WAIT') service.timeWait += 1;
    if (state === 'ESTABLISHED') service.established += 1;
    if (state === 'CLOSE_WAIT') service.closeWait += 1;
  }
  return [...services]
    .map(([port, counts]) => ({ port, ...counts }))
    .sort((one, other) => other.timeWait - one.timeWait || other.established - one.established);
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === 'localhost';
}

function listeningIn(sockets: readonly SocketRow[], { low, high, reserved }: PortRange): number[] {
  const ports = sockets.flatMap(({ state, local: { port } }) =>
    state === 'LISTEN' && typeof port === 'number' && port >= low && port <= high ? [port] : [],
  );
  return [...new Set(ports)].filter((port) => !reserved.has(port)).sort((one, other) => one - other);
}

function settingsOf(sysctl: Paste['sysctl']): Facts['settings'] {
  const numberOf = (name: string): number | null => {
    const value = Number.parseInt(sysctl[`net.ipv4.${name}`] ?? '', 10);
    return Number.isFinite(value) ? value : null;
  };
  return {
    reuse: numberOf('tcp_tw_reuse'),
    timestamps: numberOf('tcp_timestamps'),
    finTimeout: numberOf('tcp_fin_timeout'),
    maxBuckets: numberOf('tcp_max_tw_buckets'),
    rfc1337: numberOf('tcp_rfc1337'),
    recycle: sysctl['net.ipv4.tcp_tw_recycle'] === null ? 'absent' : numberOf('tcp_tw_recycle'),
  };
}

function versionOf(release: string | null): readonly [number, number] | null {
  const [major, minor] = (release ?? '').split('.').map((part) => Number.parseInt(part, 10));
  return major !== undefined && minor !== undefined && Number.isFinite(minor) ? [major, minor] : null;
}
