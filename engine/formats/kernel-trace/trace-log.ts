import type { Endpoint } from '../../network/endpoint';
import { type Host, initialNumber, pairKey } from '../../network/host';
import type { Departure, Happening, Observer } from '../../network/observer';
import type { Connection } from '../../tcp/connection';
import type { RuleId } from '../../tcp/rules';
import type { Segment } from '../../tcp/segment';
import { distance, type SeqNumber } from '../../tcp/sequence-number';
import type { TcpState } from '../../tcp/state';
import { type Carriage, directionOf, lettersOf } from './carry';
import type { HostName, TracePacket, TraceState } from './script';

/** Linux's names where they differ from the RFC's. */
const NAMES: Partial<Record<TcpState, string>> = {
  SYN_RECEIVED: 'SYN_RECV',
  FIN_WAIT_1: 'FIN_WAIT1',
  FIN_WAIT_2: 'FIN_WAIT2',
};

const REPLACED: ReadonlySet<RuleId> = new Set([
  'time-wait/reopened-by-sequence',
  'time-wait/reopened-by-timestamp',
  'open/reuses-time-wait',
]);

interface Entry {
  readonly atMs: number;
  readonly host: Host;
  endpoint: Endpoint | null;
  readonly rules: RuleId[];
}

/** Writes down what happens in a world as the recorder of a kernel does. */
export class TraceLog implements Observer {
  readonly packets: TracePacket[] = [];
  readonly states: TraceState[] = [];
  /** The last word on each connection, by endpoint. */
  private readonly last = new Map<number, string>();
  /** When a connection entered TIME_WAIT, by endpoint. */
  readonly timeWaitSince = new Map<number, number>();
  private entries: Entry[] = [];

  begin(atMs: number, host: Host, endpoint: Endpoint | null, _happening: Happening, _before: TcpState): number {
    this.entries.push({ atMs, host, endpoint, rules: [] });
    return this.entries.length - 1;
  }

  concerns(entry: number, endpoint: Endpoint): void {
    const record = this.entries[entry];
    if (record !== undefined) record.endpoint = endpoint;
  }

  met(entry: number, rules: readonly RuleId[]): void {
    this.entries[entry]?.rules.push(...rules);
  }

  end(id: number): void {
    const entry = this.entries[id];
    if (entry?.endpoint == null) return;
    this.note(entry.endpoint, entry.host, entry.atMs, entry.rules);
  }

  sent(_entry: number, departure: Departure): number {
    this.packets.push(packetOf(departure, { fate: 'delivered', arrivals: [] }));
    return this.packets.length - 1;
  }

  /** What the network made of the segment that was sent last. */
  carried(departure: Departure, carriage: Carriage): void {
    this.packets[this.packets.length - 1] = packetOf(departure, carriage);
  }

  injected(departure: Departure): void {
    this.packets.push(packetOf(departure, { fate: 'injected', arrivals: [departure.arrivesMs] }));
  }

  listens(host: Host, port: number, atMs: number, state: 'LISTEN' | 'CLOSED'): void {
    this.states.push({ t: atMs, host: nameOf(host), lport: port, rport: 0, state });
  }

  delivered(): void {}
  opened(): void {}
  closed(): void {}
  owned(): void {}
  armed(): void {}
  disarmed(): void {}

  /** The connection's state, if it is another than before. */
  note(endpoint: Endpoint, host: Host, atMs: number, rules: readonly RuleId[] = []): void {
    const { connection } = endpoint;
    const state = connection.state === 'LISTEN' ? 'CLOSED' : (NAMES[connection.state] ?? connection.state);
    const isMini = isTimeWaitSock(connection, host);
    const before = this.last.get(endpoint.id) ?? 'CLOSED';
    const word = isMini ? `${state} mini` : state;
    if (word === before) return;
    this.last.set(endpoint.id, word);
    // Another connection takes the place at once: a recorder that samples never sees it empty.
    if (rules.some((rule) => REPLACED.has(rule))) return;
    const { localPort: lport, remotePort: rport } = endpoint;
    const at = { t: atMs, host: nameOf(host), lport, rport };
    // Linux passes through FIN_WAIT2 also where one segment brings both the acknowledgment and the FIN.
    const passes = rules.includes('fin-wait-1/fin-acknowledged') && state !== 'FIN_WAIT2';
    if (passes) this.states.push({ ...at, state: 'FIN_WAIT2' });
    this.states.push({ ...at, state, ...(isMini ? { timewaitSock: true } : {}) });
    if (state === 'TIME_WAIT') this.timeWaitSince.set(endpoint.id, atMs);
  }
}

/** Linux keeps TIME_WAIT, and an orphan's FIN_WAIT_2, in a smaller structure. */
function isTimeWaitSock(connection: Connection, host: Host): boolean {
  if (connection.state === 'TIME_WAIT') return true;
  return connection.state === 'FIN_WAIT_2' && connection.isMini === true && host.profile.name === 'linux';
}

function nameOf(host: Host): HostName {
  return host.spec.id === 'A' ? 'A' : 'B';
}

function packetOf(departure: Departure, { fate, arrivals }: Carriage): TracePacket {
  const { segment, from, to, sourcePort, destinationPort, sentMs } = departure;
  const ours = initialNumber(from, pairKey(to.index, sourcePort, destinationPort), segment.origin);
  const theirs = initialNumber(to, pairKey(from.index, destinationPort, sourcePort), segment.origin);
  return {
    t: sentMs,
    dir: directionOf(departure),
    srcPort: sourcePort,
    dstPort: destinationPort,
    flags: lettersOf(segment),
    seq: segment.origin > 0 && segment.seq === 0 && segment.rst ? 0 : relative(segment.seq, ours),
    ack: segment.ack === null ? null : relative(segment.ack, theirs),
    len: segment.text.length,
    inc: segment.origin,
    fate,
    deliveredAt: fate === 'held' ? (arrivals.at(-1) ?? null) : (arrivals[0] ?? null),
  };
}

function relative(number: Segment['seq'], initial: SeqNumber | null): number | null {
  return initial === null ? null : distance(initial, number);
}
