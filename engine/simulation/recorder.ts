import { relativeSeq } from '../network/link';
import type { Departure, Happening, Observer } from '../network/observer';
import type { Endpoint, Host } from '../network/world';
import type { Octets } from '../tcp/connection';
import type { RuleId } from '../tcp/rules';
import { printFlags, type Segment, segmentLength } from '../tcp/segment';
import type { TcpState } from '../tcp/state';
import type { Reception, TimerKind } from '../tcp/turn';
import { laneOfEndpoint, laneOfPort, laneOfSocket } from './lanes';
import type { Scenario } from './scenario';
import type {
  Cause,
  ConnectionRecord,
  Delivery,
  Entry,
  SegmentKind,
  SegmentRecord,
  StateInterval,
  Timeline,
  TimerRecord,
} from './timeline';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Recorded = Pick<Timeline, 'connections' | 'segments' | 'entries' | 'intervals' | 'timers' | 'deliveries'>;

/** Writes down what happens in a world, in the words of a timeline. */
export class Recorder implements Observer {
  private readonly connections: Writable<ConnectionRecord>[] = [];
  private readonly segments: Writable<SegmentRecord>[] = [];
  private readonly entries: Writable<Entry>[] = [];
  private readonly intervals: Writable<StateInterval>[] = [];
  private readonly timers: Writable<TimerRecord>[] = [];
  private readonly deliveries: Delivery[] = [];
  private readonly byEndpoint = new Map<number, Writable<ConnectionRecord>>();
  private readonly running = new Map<string, Writable<TimerRecord>>();
  private readonly transmissions = new Map<string, number>();

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
    if (happening.type === 'segment') this.arrived(happening.packet.id, id);
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
    if (entry.cause.type === 'segment') {
      const segment = this.segments[entry.cause.segment];
      if (segment !== undefined) segment.reception = reception;
    }
    if (entry.connection !== null && entry.before !== after) this.moved(entry, entry.connection);
  }

  sent(entryId: number, departure: Departure): number {
    const { segment, from, to, endpoint, copyOf } = departure;
    const entry = this.entry(entryId);
    const id = this.segments.length;
    const ports = { sourcePort: departure.sourcePort, destinationPort: departure.destinationPort };
    const relative = relativeSeq(from, { segment, remote: to.index, ...ports });
    this.segments.push({
      id,
      from: from.spec.id,
      to: to.spec.id,
      fromLane: endpoint === null ? entry.lane : this.recordOf(endpoint).lane,
      toLane: '',
      connection: endpoint === null ? null : this.recordOf(endpoint).id,
      incarnation: segment.origin,
      ...ports,
      kind: kindOf(segment),
      flags: printFlags(segment),
      seq: segment.seq,
      ack: segment.ack,
      relativeSeq: relative,
      length: segment.text.length,
      payload: segment.text,
      window: segment.window,
      timestamps: segment.timestamps,
      sentMs: departure.sentMs,
      arrivesMs: departure.arrivesMs,
      fate: departure.isLost ? 'lost' : 'in flight',
      delayedByMs: departure.delayedByMs,
      copyOf,
      transmission: copyOf === null ? this.countTransmission(from, departure, relative) : 1,
      isChallengeAck: departure.isChallenge,
      rule: departure.rule,
      sentIn: entryId,
      processedIn: null,
      reception: null,
    });
    const copied = copyOf === null ? undefined : this.segments[copyOf];
    const own = this.segments[id];
    if (copied !== undefined && own !== undefined) own.transmission = copied.transmission;
    entry.sends.push(id);
    return id;
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
    const host = this.hostId(endpoint.host);
    const remoteHost = this.hostId(endpoint.remote);
    const { localPort, remotePort, incarnation, iss: isn } = endpoint;
    const pair = `${host}:${localPort}-${remoteHost}:${remotePort}#${incarnation}`;
    const same = this.connections.filter(({ id }) => id === pair || id.startsWith(`${pair}.`)).length;
    const record = {
      id: same === 0 ? pair : `${pair}.${same + 1}`,
      host,
      lane: laneOfEndpoint(this.scenario, endpoint),
      socket: this.scenario.sockets[endpoint.socket]?.id ?? null,
      ...{ localPort, remoteHost, remotePort, incarnation, isn },
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
    this.recordOf(endpoint).socket = this.scenario.sockets[endpoint.socket]?.id ?? null;
  }

  armed(endpoint: Endpoint, timer: TimerKind, atMs: number, durationMs: number): void {
    const { id: connection, lane } = this.recordOf(endpoint);
    const last = this.timers.findLast((one) => one.connection === connection && one.timer === timer);
    if (last?.end === 'stopped' && last.toMs === atMs) last.end = 'restarted';
    const record: Writable<TimerRecord> = {
      connection,
      lane,
      timer,
      fromMs: atMs,
      toMs: null,
      durationMs,
      end: 'pending',
    };
    this.timers.push(record);
    this.running.set(`${connection} ${timer}`, record);
  }

  disarmed(endpoint: Endpoint, timer: TimerKind, atMs: number, fired: boolean): void {
    const key = `${this.recordOf(endpoint).id} ${timer}`;
    const record = this.running.get(key);
    if (record === undefined) return;
    record.toMs = atMs;
    record.end = fired ? 'fired' : 'stopped';
    this.running.delete(key);
  }

  /** The finished records. */
  finish(endMs: number): Recorded {
    for (const segment of this.segments) {
      if (segment.fate === 'in flight' && segment.arrivesMs < endMs && segment.processedIn !== null)
        segment.fate = 'delivered';
      const processed = segment.processedIn === null ? undefined : this.entries[segment.processedIn];
      segment.toLane = processed?.lane ?? this.laneAtArrival(segment);
    }
    const { connections, segments, entries, intervals, timers, deliveries } = this;
    return { connections, segments, entries, intervals, timers, deliveries };
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

  private arrived(segmentId: number, entry: number): void {
    const segment = this.segments[segmentId];
    if (segment === undefined) return;
    segment.fate = 'delivered';
    segment.processedIn = entry;
  }

  /** The state changed: one interval ends, the next begins. CLOSED, and LISTEN after a reset, are no connection's. */
  private moved(entry: Writable<Entry>, connection: string): void {
    const current = this.intervals.findLast((one) => one.connection === connection);
    if (current !== undefined && current.toMs === null) Object.assign(current, { toMs: entry.atMs, leftIn: entry.id });
    if (entry.after === 'CLOSED' || entry.after === 'LISTEN') return;
    const { host, lane, after: state, atMs: fromMs, id: enteredIn } = entry;
    this.intervals.push({ connection, host, lane, state, fromMs, toMs: null, enteredIn, leftIn: null });
  }

  private countTransmission(from: Host, { segment, to, ...rest }: Departure, relative: number): number {
    if (segment.rst || segmentLength(segment) === 0) return 1;
    const pair = `${from.index}:${rest.sourcePort}-${to.index}:${rest.destinationPort}#${segment.origin}`;
    const ofSyn = segment.syn && segment.ack !== null ? 'SYN,ACK' : '';
    const key = `${pair} ${relative}${ofSyn}`;
    const count = (this.transmissions.get(key) ?? 0) + 1;
    this.transmissions.set(key, count);
    return count;
  }

  private causeOf(happening: Happening): Cause {
    switch (happening.type) {
      case 'call':
        return { ...happening, socket: this.socketId(happening.socket) };
      case 'return':
        return { ...happening, socket: this.socketId(happening.socket) };
      case 'segment':
        return { type: 'segment', segment: happening.packet.id };
      case 'timer':
        return happening;
    }
  }

  private laneOf(host: Host, happening: Happening): string {
    switch (happening.type) {
      case 'call':
      case 'return':
        return laneOfSocket(this.scenario, happening.socket);
      case 'segment': {
        const { packet } = happening;
        const segment = this.segments[packet.id];
        return segment === undefined ? host.spec.id : this.laneAtArrival(segment);
      }
      case 'timer':
        return host.spec.id;
    }
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

  private hostId(index: number): string {
    return this.scenario.hosts[index]?.id ?? '';
  }

  private socketId(index: number): string {
    return this.scenario.sockets[index]?.id ?? '';
  }
}

function kindOf(segment: Segment): SegmentKind {
  if (segment.rst) return 'rst';
  if (segment.syn) return 'syn';
  if (segment.fin) return 'fin';
  return segment.text === '' ? 'ack' : 'data';
}
