import type { Profile } from '../../tcp/profile';

/** A host under test as its administrator has set it: the profile, and what of a stack stands in options and buffers and not in the engine. */
export interface HostSettings {
  readonly profile: Profile;
  /** In which order a SYN's options stand, and how they are padded. */
  readonly optionLayout: 'linux' | 'freebsd';
  readonly sack: boolean;
  /** Shift count that a SYN offers; null = window scaling is off (RFC 7323 §2). */
  readonly windowShift: number | null;
  /** Octets of a new socket's receive buffer; the window follows `capacity`. */
  readonly receiveBuffer: number;
  readonly capacity: number;
  readonly sendBuffer: number;
  /** setsockopt(SO_RCVBUF, n) and SO_SNDBUF keep this many times n (Linux counts its own overhead in). */
  readonly bufferFactor: number;
  /** After so many retransmissions a SYN goes without options (FreeBSD `rexmit_drop_options`); null = never. */
  readonly plainSynAfter: number | null;
}

/** Values by name, as sysctl knows them. */
export type Sysctls = ReadonlyMap<string, string>;

/** How one kind of host is set: what it starts with, what its names mean, and what has no effect on what a script sees. */
export interface Stack {
  /** Names that `#ifdef` knows. */
  readonly defines: readonly string[];
  readonly sysctls: Readonly<Record<string, string>>;
  /** What write() comes to on a socket that was never connected: Linux `sk_stream_wait_connect()`, FreeBSD `sosend_generic()`. */
  readonly unconnectedWrite: 'EPIPE' | 'ENOTCONN';
  /** Names whose value changes nothing that is modelled, with the values for which that is so. */
  readonly inert: Readonly<Record<string, RegExp>>;
  settingsOf(sysctls: Sysctls, mtu: number): HostSettings;
}

/** MSS of IPv4 (RFC 9293 §3.7.1): the MTU less both headers. */
export function mssOf(mtu: number): number {
  return mtu - 40;
}

/** The least shift with which a 16-bit window covers so many octets. */
export function shiftFor(octets: number): number {
  let shift = 0;
  while (shift < 14 && 65_535 * 2 ** shift < octets) shift += 1;
  return shift;
}
