import type { Endpoint } from '../network/endpoint';
import type { Host } from '../network/host';
import type { Departure, Happening, Observer } from '../network/observer';
import type { Octets } from '../tcp/connection';
import type { RuleId } from '../tcp/rules';
import type { TcpState } from '../tcp/state';
import type { Reception, TimerKind } from '../tcp/turn';
import { laneOfEndpoint, laneOfPort, laneOfSocket } from './lanes';
import type { Scenario } from './scenario';
import { SegmentLog } from './segment-log';
import type { Cause, ConnectionRecord, Delivery, Entry, SegmentRecord, StateInterval, Timeline } from './timeline';
import { TimerLog } from './timer-log';
import type { Writable } from './writable';

type Recorded = Pick<Timeline, 'connections' | 'segments' | 'entries' | 'intervals' | 'timers' | 'deliveries'>;

/** Writes down what happens in a world, in the words of a timeline. */
export class Recorder implements Observer {
  private readonly connections: Writable<ConnectionRecord>[] = [];
  private readonly entries: Writable<Entry>[] = [];
  private readonly intervals: Writable<StateInterval>[] = [];
  private readonly deliveries: Delivery[] = [];
  private readonly segments = new SegmentLog();
  private readonly timers = new TimerLog();
  private readonly byEndpoint = new Map<number, Writable<ConnectionRecord>>();
  private readonly current = new Map<string, Writable<StateInterval>>();

  constructor(private readonly scenario: Scenario) {}

  begin(atMs: number, host: Host, endpoint: Endpoint | null, happening: Happening, before: TcpState): number {
    const record = endpoint === null ? null : this.recordOf(endpoint);
    const id = this.entries.length;
    this.entries.push({
      id,
      atMs,
      host: host.spec.id,
      lane: record?.lane ?? this.laneOf(host, happening),
      connection: record?.id ?? null,
      cause: this.causeOf(happening),
      rules: [],
      sends: [],
      before,
      after: before,
      deliveries: [],
    });
    if (happening.type === 'segment') this.segments.arrived(happening.packet.id, id);
    return id;
  }

  concerns(entry: number, endpoint: Endpoint): void {
    const { id, lane } = this.recordOf(endpoint);
    Object.assign(this.entry(entry), { connection: id, lane });
  }

  met(entry: number, rules: readonly RuleId[]): void {
    this.entry(entry).rules.push(...rules);
  }

  end(id: number, after: TcpState, reception: Reception | null): void {
    const entry = this.entry(id);
    entry.after = after;
    if (entry.cause.type === 'segment') this.segments.received(entry.cause.segment, reception);
    if (entry.connection !== null && entry.before !== after) this.moved(entry, entry.connection);
  }

  sent(entryId: number, departure: Departure): number {
    const entry = this.entry(entryId);
    const connection = departure.endpoint === null ? null : this.recordOf(departure.endpoint);
    const id = this.segments.sent(departure, connection, entry);
    entry.sends.push(id);
    return id;
  }

  /** A segment that a script puts on the wire in the place of a host; `relative` is its sequence number as the script counts. */
  protected put(departure: Omit<Departure, 'rule'>, relative: number, line: number): number {
    const id = this.entries.length;
    const host = departure.from.spec.id;
    const lane = laneOfPort(this.scenario, host, departure.sourcePort);
    const bare = {
      host,
      lane,
      connection: null,
      rules: [],
      before: 'CLOSED',
      after: 'CLOSED',
      deliveries: [],
    } as const;
    const entry = { ...bare, id, atMs: departure.sentMs, cause: { type: 'outside', line }, sends: [] } as const;
    const segment = this.segments.sent({ ...departure, rule: null }, null, entry, relative);
    this.entries.push({ ...entry, rules: [], deliveries: [], sends: [segment] });
    return segment;
  }

  delivered(entryId: number, endpoint: Endpoint, octets: readonly Octets[], atMs: number): void {
    const { id: connection, incarnation } = this.recordOf(endpoint);
    for (const { text, origin } of octets) {
      const id = this.deliveries.length;
      this.deliveries.push({ id, connection, atMs, text, fromIncarnation: origin, incarnation });
      this.entry(entryId).deliveries.push(id);
    }
  }

  opened(endpoint: Endpoint, atMs: number): void {
    const { localPort, remotePort, incarnation, iss: isn } = endpoint;
    const host = this.scenario.hosts[endpoint.host]?.id ?? '';
    const remoteHost = this.scenario.hosts[endpoint.remote]?.id ?? '';
    const record: ConnectionRecord = {
      id: this.nameFor(`${host}:${localPort}-${remoteHost}:${remotePort}#${incarnation}`),
      host,
      lane: laneOfEndpoint(this.scenario, endpoint),
      socket: this.socketId(endpoint.socket),
      localPort,
      remoteHost,
      remotePort,
      incarnation,
      isn,
      openedMs: atMs,
      closedMs: null,
    };
    this.connections.push(record);
    this.byEndpoint.set(endpoint.id, record);
  }

  closed(endpoint: Endpoint, atMs: number): void {
    this.recordOf(endpoint).closedMs = atMs;
  }

  owned(endpoint: Endpoint): void {
    this.recordOf(endpoint).socket = this.socketId(endpoint.socket);
  }

  armed(endpoint: Endpoint, timer: TimerKind, atMs: number, durationMs: number): void {
    this.timers.armed(this.recordOf(endpoint), timer, atMs, durationMs);
  }

  disarmed(endpoint: Endpoint, timer: TimerKind, atMs: number, fired: boolean): void {
    this.timers.disarmed(this.recordOf(endpoint), timer, atMs, fired);
  }

  /** The finished records. */
  finish(): Recorded {
    for (const segment of this.segments.records) {
      const processed = segment.processedIn === null ? undefined : this.entries[segment.processedIn];
      segment.toLane = processed?.lane ?? this.laneAtArrival(segment);
    }
    const { connections, entries, intervals, deliveries } = this;
    return {
      connections,
      segments: this.segments.records,
      entries,
      intervals,
      timers: this.timers.records,
      deliveries,
    };
  }

  /** Both ends of a connection carry its number; a host that makes two control blocks for one number (an old SYN can do that) counts on. */
  private nameFor(pair: string): string {
    const same = this.connections.filter(({ id }) => id === pair || id.startsWith(`${pair}.`)).length;
    return same === 0 ? pair : `${pair}.${same + 1}`;
  }

  /** Where a segment that nobody has processed was bound for: the connection that would have got it, or the last one there. */
  private laneAtArrival(segment: SegmentRecord): string {
    const there = this.connections.filter(
      (one) =>
        one.host === segment.to &&
        one.remoteHost === segment.from &&
        one.localPort === segment.destinationPort &&
        one.remotePort === segment.sourcePort &&
        one.openedMs <= segment.arrivesMs,
    );
    const alive = there.find(({ closedMs }) => closedMs === null || closedMs > segment.arrivesMs);
    return (alive ?? there.at(-1))?.lane ?? laneOfPort(this.scenario, segment.to, segment.destinationPort);
  }

  /** The state changed: one interval ends, the next begins. CLOSED, and LISTEN after a reset, are no connection's. */
  private moved({ atMs, id, host, lane, after }: Entry, connection: string): void {
    const last = this.current.get(connection);
    if (last !== undefined) Object.assign(last, { toMs: atMs, leftIn: id });
    this.current.delete(connection);
    if (after === 'CLOSED' || after === 'LISTEN') return;
    const next = { connection, host, lane, state: after, fromMs: atMs, toMs: null, enteredIn: id, leftIn: null };
    this.intervals.push(next);
    this.current.set(connection, next);
  }

  private causeOf(happening: Happening): Cause {
    switch (happening.type) {
      case 'call':
      case 'return':
        return { ...happening, socket: this.scenario.sockets[happening.socket]?.id ?? '' };
      case 'segment':
        return { type: 'segment', segment: happening.packet.id };
      case 'timer':
        return happening;
    }
  }

  private laneOf(host: Host, happening: Happening): string {
    if (happening.type === 'timer') return host.spec.id;
    if (happening.type !== 'segment') return laneOfSocket(this.scenario, happening.socket);
    const segment = this.segments.records[happening.packet.id];
    return segment === undefined ? host.spec.id : this.laneAtArrival(segment);
  }

  private entry(id: number): Writable<Entry> {
    const entry = this.entries[id];
    if (entry === undefined) throw new RangeError(`no entry ${id}`);
    return entry;
  }

  private recordOf(endpoint: Endpoint): Writable<ConnectionRecord> {
    const record = this.byEndpoint.get(endpoint.id);
    if (record === undefined) throw new RangeError(`no connection ${endpoint.id}`);
    return record;
  }

  private socketId(index: number): string | null {
    return this.scenario.sockets[index]?.id ?? null;
  }
}
