import type { Load } from './load';

/** `struct tcp_timewait_sock` as slab object "tw_sock_TCP", measured on Linux 6.18 x86-64. */
export const OCTETS_PER_ENTRY = 256;
/** All slab growth for each entry with a port of the ephemeral range, bind buckets included: one coarse measurement on the same kernel. */
const OCTETS_PER_ENTRY_IN_ALL = 590;
/** `net.ipv4.tcp_tw_reuse_delay`, whose default is a second. */
export const REUSE_DELAY_SECONDS = 1;

/** What a load comes to. */
export interface Capacity {
  /** New connections asked for each second, to all destinations. */
  readonly connectionsPerSecond: number;
  /** Sets of four-tuples that share nothing: source addresses × destinations. Each has the whole range for itself. */
  readonly families: number;
  readonly portsPerFamily: number;
  /** How long one connection keeps its port from the next one, TIME_WAIT included. */
  readonly holdSeconds: number;
  /** Ports that one family would need at once: rate × hold. */
  readonly portsWanted: number;
  /** 1 − wanted / there. Negative where ports run out. */
  readonly headroom: number;
  /** From the first connection to the first connect() that fails; null where none does. */
  readonly exhaustedAfterSeconds: number | null;
  /** Requests each second that can be served for ever. */
  readonly mostRequestsPerSecond: number;
  /** Of the connections asked for, the share that fails in the long run. */
  readonly failingShare: number;
  /** TIME_WAIT entries in the long run, of all families together. */
  readonly entries: number;
  readonly octetsOfEntries: number;
  readonly octetsInAll: number;
}

/**
 * The formula of the page: a port is held for as long as its connection is open and then in TIME_WAIT, so by Little's law
 * ports in use = connections a second × seconds held; and connect() fails with EADDRNOTAVAIL where a family has no more
 * (`__inet_hash_connect`). With reuse an entry older than `tcp_tw_reuse_delay` no longer holds its port (`tcp_twsk_unique`).
 */
export function capacityOf(load: Load): Capacity {
  const connectionsPerSecond = load.requestsPerSecond / load.requestsPerConnection;
  const families = load.destinations * load.sourceAddresses;
  const portsPerFamily = load.highPort - load.lowPort + 1;
  const holdSeconds = load.openSeconds + blockingSeconds(load);
  const rate = connectionsPerSecond / families;
  const portsWanted = rate * holdSeconds;
  const mostRate = portsPerFamily / holdSeconds;
  const isExhausted = portsWanted > portsPerFamily;
  const served = Math.min(rate, mostRate);
  // With reuse an entry goes when its port comes round again, which is before its time where the load is high.
  const entriesPerFamily = Math.min(served * load.timeWaitSeconds, portsPerFamily - served * load.openSeconds);
  const entries = families * entriesPerFamily;
  return {
    connectionsPerSecond,
    families,
    portsPerFamily,
    holdSeconds,
    portsWanted,
    headroom: 1 - portsWanted / portsPerFamily,
    exhaustedAfterSeconds: isExhausted ? portsPerFamily / rate : null,
    mostRequestsPerSecond: mostRate * families * load.requestsPerConnection,
    failingShare: 1 - served / rate,
    entries,
    octetsOfEntries: entries * OCTETS_PER_ENTRY,
    octetsInAll: entries * OCTETS_PER_ENTRY_IN_ALL,
  };
}

/** How long an entry in TIME_WAIT keeps its port from connect(). */
function blockingSeconds({ timeWaitSeconds, reuse }: Load): number {
  return reuse ? Math.min(timeWaitSeconds, REUSE_DELAY_SECONDS) : timeWaitSeconds;
}
