import type { RuleId } from '../tcp/rules';
import type { TcpState } from '../tcp/state';
import type { Reception, TimerKind } from '../tcp/turn';
import type { HostId, Scenario, SocketId } from './scenario';

/** Everything that happened in one run. Plain data: it can be stringified, compared and drawn. Times as in `Scenario`. */
export interface Timeline {
  readonly engineVersion: string;
  readonly scenario: Scenario;
  readonly lanes: readonly Lane[];
  readonly connections: readonly ConnectionRecord[];
  /** In order of sending; `id` is the index. */
  readonly segments: readonly SegmentRecord[];
  /** In order of time; `id` is the index. One row of the event table each. */
  readonly entries: readonly Entry[];
  readonly intervals: readonly StateInterval[];
  readonly timers: readonly TimerRecord[];
  readonly deliveries: readonly Delivery[];
  /** Faults of the scenario that matched no segment, by index. */
  readonly unmatchedFaults: readonly number[];
  /** The moment the run ended, and why it did: nothing left to happen, the scenario's end, or the event limit. */
  readonly endMs: number;
  readonly endedBy: 'idle' | 'time' | 'limit';
}

/** A lifeline. Hosts from left to right, a host's lanes side by side. */
export interface Lane {
  readonly id: string;
  readonly host: HostId;
  /** Position among the lanes of its host and how many there are. */
  readonly index: number;
  readonly count: number;
}

export type ConnectionId = string;

/** One transmission control block from its making to its end: one incarnation of a four-tuple at one host. */
export interface ConnectionRecord {
  readonly id: ConnectionId;
  readonly host: HostId;
  readonly lane: string;
  readonly socket: SocketId | null;
  readonly localPort: number;
  readonly remoteHost: HostId;
  readonly remotePort: number;
  /** Which connection of this four-tuple, counted from 1; both ends of one connection carry the same number. */
  readonly incarnation: number;
  readonly isn: number;
  readonly openedMs: number;
  readonly closedMs: number | null;
}

export type SegmentKind = 'syn' | 'fin' | 'ack' | 'data' | 'rst';

export interface SegmentRecord {
  readonly id: number;
  readonly from: HostId;
  readonly to: HostId;
  readonly fromLane: string;
  readonly toLane: string;
  /** Null where no connection sent it: the answer of CLOSED or LISTEN. */
  readonly connection: ConnectionId | null;
  /** Whose sequence numbers it bears: a reset that answers an old connection's segment speaks for that one. */
  readonly incarnation: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly kind: SegmentKind;
  /** As printed, e.g. 'FIN, ACK'. */
  readonly flags: string;
  readonly seq: number;
  readonly ack: number | null;
  readonly relativeSeq: number;
  readonly length: number;
  readonly payload: string;
  readonly window: number;
  readonly timestamps: { readonly value: number; readonly echo: number } | null;
  readonly sentMs: number;
  /** When it reaches (or would have reached) the other host. */
  readonly arrivesMs: number;
  readonly fate: 'delivered' | 'lost' | 'in flight';
  /** Later than the link's delay by this much, 0 when not delayed. */
  readonly delayedByMs: number;
  /** The segment of which the network made this copy. */
  readonly copyOf: number | null;
  /** 1 for a first transmission, 2 for the first retransmission, … */
  readonly transmission: number;
  readonly isChallengeAck: boolean;
  /** The rule that made it be sent, and the entry in which that was. Null where no host of the engine sent it: see the cause 'outside'. */
  readonly rule: RuleId | null;
  readonly sentIn: number;
  /** The entry in which it was processed. */
  readonly processedIn: number | null;
  /** What its receiver made of it. */
  readonly reception: Reception | null;
}

export type Cause =
  | { readonly type: 'call'; readonly socket: SocketId; readonly call: string; readonly argument: string | null }
  /** A blocking call ends: what it gives back ('0', '4 octets', 'ECONNREFUSED', …). */
  | { readonly type: 'return'; readonly socket: SocketId; readonly call: string; readonly result: string }
  | { readonly type: 'segment'; readonly segment: number }
  | { readonly type: 'timer'; readonly timer: TimerKind }
  /** Nothing that the engine did: a line of a packetdrill script, or (null) what a capture saw happen and does not say why. */
  | { readonly type: 'outside'; readonly line: number | null };

export type { TimerKind } from '../tcp/turn';

export interface Entry {
  readonly id: number;
  readonly atMs: number;
  readonly host: HostId;
  readonly lane: string;
  readonly connection: ConnectionId | null;
  readonly cause: Cause;
  /** Every rule that this event met, in the order in which it met them; the last one decided. */
  readonly rules: readonly RuleId[];
  readonly sends: readonly number[];
  readonly before: TcpState;
  readonly after: TcpState;
  readonly deliveries: readonly number[];
}

export interface StateInterval {
  readonly connection: ConnectionId;
  readonly host: HostId;
  readonly lane: string;
  readonly state: TcpState;
  readonly fromMs: number;
  /** Null: it was still so when the run ended. */
  readonly toMs: number | null;
  /** The entries in which the state was entered and left. */
  readonly enteredIn: number;
  readonly leftIn: number | null;
  /** Only where it was inferred from a capture: another state fits what was seen as well. */
  readonly isUnsure?: boolean;
}

export interface TimerRecord {
  readonly connection: ConnectionId;
  readonly lane: string;
  readonly timer: TimerKind;
  readonly fromMs: number;
  readonly toMs: number | null;
  readonly durationMs: number;
  readonly end: 'fired' | 'stopped' | 'restarted' | 'pending';
}

/** Octets handed to an application, and which connection's they were: the one fact that reason one is about. */
export interface Delivery {
  readonly id: number;
  readonly connection: ConnectionId;
  readonly atMs: number;
  readonly text: string;
  /** The incarnation whose sender wrote these octets; it differs from `incarnation` when an old duplicate got through. */
  readonly fromIncarnation: number;
  readonly incarnation: number;
}
