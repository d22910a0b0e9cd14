import type { Ms } from '../tcp/ms';
import type { Profile } from '../tcp/profile';
import type { SeqNumber } from '../tcp/sequence-number';
import type { Endpoint } from './endpoint';
import type { HostSpec } from './specification';

export interface Listener {
  readonly port: number;
  readonly socket: number;
  /** Established connections that no accept() has taken yet. */
  readonly backlog: Endpoint[];
}

/** What a host remembers of the incarnations of one four-tuple. */
export interface Past {
  readonly last: number;
  /** Initial sequence numbers of the latest ones. */
  readonly known: readonly { readonly incarnation: number; readonly iss: SeqNumber }[];
}

/** The last timestamp that came from an address, and when. */
interface Stamp {
  readonly value: number;
  readonly atMs: Ms;
}

export interface Host {
  readonly index: number;
  readonly spec: HostSpec;
  /** What an administrator may change while the host runs. */
  profile: Profile;
  timestamps: boolean;
  capacity: number;
  /** By four-tuple, see `pairKey`. */
  readonly endpoints: Map<number, Endpoint>;
  readonly listeners: Map<number, Listener>;
  readonly past: Map<number, Past>;
  /** By address; kept where `tcp_tw_recycle` is set. */
  readonly stamps: Map<string, Stamp>;
  isnsUsed: number;
  nextPort: number;
}

/** One number for what tells connections of a host apart: the other host and both ports. */
export function pairKey(remote: number, localPort: number, remotePort: number): number {
  return (remote * 65_536 + localPort) * 65_536 + remotePort;
}

/** The initial sequence number of an incarnation at a host, where it is still known. */
export function initialNumber(host: Host, key: number, incarnation: number): SeqNumber | null {
  return host.past.get(key)?.known.find((one) => one.incarnation === incarnation)?.iss ?? null;
}
