// A packetdrill script, parsed. Times are milliseconds; numbers are as the script writes them.

/** When an event is due, in the words of the language: at a moment, so long after the event before it, or whenever. */
export type EventTime =
  | { readonly kind: 'any' }
  | { readonly kind: 'at' | 'after'; readonly fromMs: number; readonly toMs: number };

export interface TcpOption {
  readonly kind: 'mss' | 'nop' | 'eol' | 'wscale' | 'sackOK' | 'TS';
  /** MSS, shift count, or TSval. */
  readonly value?: number;
  /** TSecr. */
  readonly echo?: number;
}

export interface ScriptPacket {
  readonly direction: 'in' | 'out';
  readonly flags: PacketFlags;
  /** Null = any (`...`). */
  readonly seq: number | null;
  readonly length: number;
  readonly ack: number | null;
  readonly window: number | null;
  /** Null = not compared (`<...>`). */
  readonly options: readonly TcpOption[] | null;
}

export interface PacketFlags {
  readonly syn: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  readonly psh: boolean;
  readonly ack: boolean;
}

/** An argument or a result of a call, as strace prints it. */
export type Value =
  | { readonly kind: 'any' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'list' | 'group' | 'or'; readonly items: readonly Value[] }
  | { readonly kind: 'pair'; readonly name: string; readonly value: Value }
  | { readonly kind: 'apply'; readonly name: string; readonly items: readonly Value[] };

export interface ScriptCall {
  readonly name: string;
  readonly args: readonly Value[];
  readonly result: Value;
  readonly errno: string | null;
  /** When a call that blocks ends, counted like the event's own time; null = it returns at once. */
  readonly endMs: number | null;
}

export type Action =
  | { readonly type: 'packet'; readonly packet: ScriptPacket }
  | { readonly type: 'call'; readonly call: ScriptCall }
  | { readonly type: 'command'; readonly text: string }
  | { readonly type: 'code'; readonly text: string };

export interface ScriptEvent {
  readonly line: number;
  readonly time: EventTime;
  readonly action: Action;
}

export interface PacketdrillScript {
  readonly options: ReadonlyMap<string, string>;
  /** The command before the first event. */
  readonly setUp: { readonly line: number; readonly text: string } | null;
  readonly events: readonly ScriptEvent[];
}
