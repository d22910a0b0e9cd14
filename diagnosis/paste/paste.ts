import type { TcpState } from '../../engine/tcp/state';

export interface Endpoint {
  /** Without brackets and zone; an IPv4 address that IPv6 carries is written as IPv4. `*` = any. */
  readonly address: string;
  /** Null = any. A service that was printed by its name keeps it. */
  readonly port: number | string | null;
}

export interface SocketRow {
  readonly state: TcpState;
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** What is left of TIME_WAIT, where it was printed. */
  readonly timeWaitSeconds: number | null;
}

export type Unread = 'not-known' | 'cut-off' | 'no-state';

export interface UnreadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly why: Unread;
}

/** What of a paste could be read, in the order of reading. */
export interface Paste {
  readonly lines: number;
  /** One for each four-tuple; of two that are the same the later one holds. */
  readonly sockets: readonly SocketRow[];
  /** Socket lines that told of a four-tuple which an earlier line had told of. */
  readonly repeated: number;
  /** Sockets of other protocols, which are left aside. */
  readonly otherSockets: number;
  /** From `ss -s`. */
  readonly summary: { readonly [name: string]: number };
  /** From /proc/net/sockstat, of TCP over IPv4 (which is where `tw` stands, for both). */
  readonly sockstat: { readonly [name: string]: number };
  /** From nstat, by its names: `TcpExtTCPTimeWaitOverflow`. */
  readonly counters: { readonly [name: string]: number };
  /** By dotted name, as text. Null = asked for, and the kernel has none of that name. */
  readonly sysctl: { readonly [name: string]: string | null };
  /** As `uname -r` says it. */
  readonly kernel: string | null;
  /** The first of the lines that could not be read, and how many there are. */
  readonly unread: readonly UnreadLine[];
  readonly unreadCount: number;
  /** Lines beyond what is read at all. */
  readonly leftOut: number;
}

export const MOST_LINES = 100_000;
export const MOST_UNREAD_SHOWN = 100;
