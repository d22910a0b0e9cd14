import type { Profile, ProfileName } from '../tcp/profile';
import type { Sysctls } from './sysctls';

// What a network of hosts is made from. Plain data; all times are milliseconds since the start of the run.

export type HostId = string;
export type SocketId = string;

export interface HostSpec {
  readonly id: HostId;
  /** Which word the interface writes above the lifeline. */
  readonly role: 'client' | 'server' | 'peer';
  /** Hosts of one address stand behind one NAT, which keeps their ports: they must not use the same ones. */
  readonly address: string;
  readonly profile?: ProfileName;
  /** Initial sequence numbers of this host's connections in order of creation; when used up, `clock` of RFC 9293 §3.4.1. */
  readonly isns?: readonly number[];
  readonly timestamps?: boolean;
  /** How far this host's timestamp clock is ahead of the run's. */
  readonly timestampClockMs?: number;
  /** Receive window in octets. */
  readonly window?: number;
  readonly sysctls?: Sysctls;
}

/** One socket and the application that drives it: a blocking script, step after step, as a program would run. */
export interface SocketSpec {
  readonly id: SocketId;
  readonly host: HostId;
  /** Which lifeline of the host it is drawn on; sockets of the same lane share one. Children of a listener stay on the listener's lane. */
  readonly lane: string;
  readonly steps: readonly Step[];
}

interface StepTime {
  /** Not before this moment of the run. */
  readonly atMs?: number;
  /** Not before this long after the previous step of this socket ended. */
  readonly afterMs?: number;
}

/** A call that fails ends the script: the program gives up. */
export type Step = StepTime &
  /** `reuseAddress`: SO_REUSEADDR, which is set on every socket that does not say otherwise. */
  (
    | { readonly call: 'listen'; readonly port: number; readonly reuseAddress?: boolean }
    /** Blocks until a connection is established, which becomes socket `as` (its own script says what is done with it). */
    | { readonly call: 'accept'; readonly as: SocketId }
    | { readonly call: 'bind'; readonly port: number; readonly reuseAddress?: boolean }
    /** Blocks until ESTABLISHED or an error. */
    | { readonly call: 'connect'; readonly host: HostId; readonly port: number }
    | { readonly call: 'send'; readonly data: string }
    /** Blocks until `octets` octets (default: any) or the end of the stream. */
    | { readonly call: 'receive'; readonly octets?: number }
    /** Blocks until the peer's FIN has been received in order; reads what comes before it. */
    | { readonly call: 'receiveEnd' }
    | { readonly call: 'shutdown' }
    | { readonly call: 'close' }
    | { readonly call: 'abort' }
    /** The host forgets this socket without a word, as a reboot would. */
    | { readonly call: 'crash' }
  );

export interface LinkSpec {
  readonly oneWayMs: number;
  /** One-way delay of single pairs that differ, from host to host. */
  readonly pairs?: readonly { readonly from: HostId; readonly to: HostId; readonly oneWayMs: number }[];
  /** Which share of all segments is lost, and which comes so much later, by chance; the seed decides which. */
  readonly loss?: number;
  readonly reorder?: { readonly share: number; readonly byMs: number };
}

/** Names a segment by what a reader sees of it, never by an index into a run: so a fault survives a change of other settings. */
export interface SegmentSelector {
  readonly from: HostId;
  readonly to: HostId;
  /** Which connection of this four-tuple, counted from 1. */
  readonly incarnation?: number;
  /** As printed: 'SYN', 'SYN,ACK', 'ACK', 'FIN,ACK', 'RST', 'RST,ACK', and 'DATA' for any segment with payload. PSH does not count. */
  readonly flags?: string;
  /** Sequence number relative to the initial one of its connection. */
  readonly relativeSeq?: number;
  /** Counted from 1 among the segments that match all of the above; absent = every one. */
  readonly occurrence?: number;
}

export type Fault = { readonly match: SegmentSelector } & (
  | { readonly action: 'drop' }
  /** Arrives this much later than it would have. */
  | { readonly action: 'delay'; readonly byMs: number }
  /** A second copy arrives this much after the first. */
  | { readonly action: 'duplicate'; readonly byMs: number }
);

/** A network ready to run. Each host's policy is resolved. */
export interface NetworkSpec {
  readonly hosts: readonly HostSpec[];
  /** One for each host, in the same order. */
  readonly profiles: readonly Profile[];
  readonly sockets: readonly SocketSpec[];
  readonly link: LinkSpec;
  readonly faults: readonly Fault[];
  readonly seed: number;
}
