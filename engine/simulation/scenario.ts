/**
 * What a run is made from: hosts, the script of each socket, the link, faults, policy. Plain data that fits in a link;
 * `model/scenario.ts` parses it at the border. The same scenario always gives the same timeline, byte for byte.
 *
 * All times are milliseconds of simulated time since the start of the run unless a name says otherwise.
 */
export type HostId = string;
export type SocketId = string;
export type ProfileName = 'rfc793' | 'rfc9293' | 'linux';

export interface Scenario {
  readonly version: 1;
  readonly name: string;
  /** Policy of every host that names none of its own. */
  readonly profile: ProfileName;
  /** From left to right in a picture. */
  readonly hosts: readonly HostSpec[];
  readonly sockets: readonly SocketSpec[];
  readonly link: LinkSpec;
  readonly faults: readonly Fault[];
  /** Overrides of the profiles' times, null = what the profile says. `timeWaitMs` wins over 2 × `mslMs`. */
  readonly timers: { readonly mslMs: number | null; readonly timeWaitMs: number | null };
  readonly seed: number;
  /** Nothing is simulated after this moment. */
  readonly endMs: number;
  /** Where the picture's clock reads zero; what came before (a handshake, say) is played but not drawn. */
  readonly originMs: number;
}

export interface HostSpec {
  readonly id: HostId;
  /** Which word the interface writes above the lifeline. */
  readonly role: 'client' | 'server' | 'peer';
  readonly address: string;
  readonly profile?: ProfileName;
  /** Initial sequence numbers of this host's connections in order of creation; when used up, `clock` of RFC 9293 §3.4.1. */
  readonly isns?: readonly number[];
  readonly timestamps?: boolean;
  /** Receive window in octets. */
  readonly window?: number;
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

export type Step = StepTime &
  (
    | { readonly call: 'listen'; readonly port: number }
    /** Blocks until a connection is established, which becomes socket `as` (its own script says what is done with it). */
    | { readonly call: 'accept'; readonly as: SocketId }
    | { readonly call: 'bind'; readonly port: number }
    /** Blocks until ESTABLISHED or an error. */
    | { readonly call: 'connect'; readonly host: HostId; readonly port: number }
    | { readonly call: 'send'; readonly data: string }
    /** Blocks until `octets` octets (default: any) or the end of the stream. */
    | { readonly call: 'receive'; readonly octets?: number }
    /** Blocks until the peer's FIN has been received in order. */
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
}

/** Names a segment by what a reader sees of it, never by an index into a run: so a fault survives a change of other settings. */
export interface SegmentSelector {
  readonly from: HostId;
  readonly to: HostId;
  /** Which connection of this four-tuple, counted from 1. */
  readonly incarnation?: number;
  /** As printed: 'SYN', 'SYN,ACK', 'ACK', 'FIN,ACK', 'RST', 'RST,ACK', and 'DATA' for any segment with payload. */
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
