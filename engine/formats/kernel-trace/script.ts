// The input half of a recording of a real kernel: what the applications called, and what the network did to their segments.
// All times are milliseconds since the start of the recording.

export type HostName = 'A' | 'B';
export type Direction = 'A>B' | 'B>A';

/** One call of one socket. Calls of a socket are made in order; `t` = not before, null = right after the previous one. */
export interface ScriptStep {
  readonly host: HostName;
  readonly sock: string;
  readonly t: number | null;
  readonly call: string;
  /** The call's own arguments: `port`, `data`, `as`, … */
  readonly [argument: string]: unknown;
}

export interface ScriptMatch {
  readonly dir: Direction;
  /** Exactly these letters, e.g. 'SA'. PSH does not count. */
  readonly flags?: string | undefined;
  /** Letters that must be there, or must not. */
  readonly has?: string | undefined;
  readonly not?: string | undefined;
  readonly data?: boolean | undefined;
  /** Which connection of its four-tuple, from 1. */
  readonly inc?: number | undefined;
  readonly srcPort?: number | undefined;
  readonly dstPort?: number | undefined;
  readonly nth?: readonly number[] | 'all' | undefined;
}

export interface ScriptFault {
  readonly match: ScriptMatch;
  readonly action: 'drop' | 'hold' | 'dup';
  /** When the held segment, or the copy, reaches the receiver: a moment, or a time after it was sent. */
  readonly at?: number | undefined;
  readonly delay?: number | undefined;
}

/** A number, or an expression such as 'A.nxt+100', 'B.isn#1'. */
export type NumberExpression = number | string | null;

export interface ScriptInjection {
  readonly at: number;
  readonly dir: Direction;
  readonly flags: string;
  readonly srcPort: number;
  readonly dstPort: number;
  readonly seq: NumberExpression;
  readonly ack: NumberExpression;
  readonly payload: string;
  readonly tsval: NumberExpression;
  readonly tsecr: NumberExpression;
  readonly win: number;
}

export interface Script {
  readonly net: { readonly delayMs: number };
  readonly steps: readonly ScriptStep[];
  readonly faults: readonly ScriptFault[];
  readonly inject: readonly ScriptInjection[];
  readonly endMs: number;
}

export type Sysctls = Readonly<Record<string, string>>;

/** All that a prediction may know. */
export interface KernelScript {
  readonly script: Script;
  readonly sysctls: Readonly<Record<HostName, Sysctls>>;
}

export type Fate = 'delivered' | 'dropped' | 'held' | 'duplicated' | 'injected';

/** A segment; `seq` and `ack` count from the initial numbers of incarnation `inc`, null where there was none. */
export interface TracePacket {
  readonly t: number;
  readonly dir: Direction;
  readonly srcPort: number;
  readonly dstPort: number;
  readonly flags: string;
  readonly seq: number | null;
  readonly ack: number | null;
  readonly len: number;
  readonly inc: number;
  readonly fate: Fate;
  readonly deliveredAt: number | null;
}

/** A socket has changed its state, in Linux's names. */
export interface TraceState {
  readonly t: number;
  readonly host: HostName;
  readonly lport: number;
  readonly rport: number;
  readonly state: string;
  readonly timewaitSock?: true;
}

/** What an application got of a call: a result or the name of an error. */
export interface TraceCall {
  readonly t: number;
  readonly host: HostName;
  readonly sock: string;
  readonly call: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly errno?: string;
  readonly tEnd?: number;
}

export interface Prediction {
  readonly packets: readonly TracePacket[];
  readonly states: readonly TraceState[];
  readonly calls: readonly TraceCall[];
}
