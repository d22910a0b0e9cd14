import type { Octets } from '../tcp/connection';
import type { Ms } from '../tcp/ms';
import type { RuleId } from '../tcp/rules';
import type { Segment } from '../tcp/segment';
import type { TcpState } from '../tcp/state';
import type { Reception, TimerKind } from '../tcp/turn';
import type { Endpoint } from './endpoint';
import type { Host } from './host';
import type { Packet } from './packet';

/** Why something happened. */
export type Happening =
  | { readonly type: 'call'; readonly socket: number; readonly call: string; readonly argument: string | null }
  /** A call ends: what it gives back ('0', '4 octets', 'ECONNREFUSED', …). */
  | { readonly type: 'return'; readonly socket: number; readonly call: string; readonly result: string }
  | { readonly type: 'segment'; readonly packet: Packet }
  | { readonly type: 'timer'; readonly timer: TimerKind };

/** A segment as it leaves a host, and what the link does with it. */
export interface Departure {
  readonly segment: Segment;
  readonly from: Host;
  readonly to: Host;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly endpoint: Endpoint | null;
  readonly rule: RuleId;
  readonly isChallenge: boolean;
  readonly isLost: boolean;
  readonly sentMs: Ms;
  readonly arrivesMs: Ms;
  readonly delayedByMs: Ms;
  readonly copyOf: number | null;
}

/** Is told everything that happens in a world and changes nothing of it. Entries and segments are known by the numbers it gives out. */
export interface Observer {
  /** Something happens at a host; what it causes names the entry. */
  begin(atMs: Ms, host: Host, endpoint: Endpoint | null, happening: Happening, before: TcpState): number;
  /** The TCB that the entry is about turned out to be this one. */
  concerns(entry: number, endpoint: Endpoint): void;
  met(entry: number, rules: readonly RuleId[]): void;
  end(entry: number, after: TcpState, reception: Reception | null): void;
  sent(entry: number, departure: Departure): number;
  delivered(entry: number, endpoint: Endpoint, octets: readonly Octets[], atMs: Ms): void;
  opened(endpoint: Endpoint, atMs: Ms): void;
  closed(endpoint: Endpoint, atMs: Ms): void;
  owned(endpoint: Endpoint): void;
  armed(endpoint: Endpoint, timer: TimerKind, atMs: Ms, durationMs: Ms): void;
  disarmed(endpoint: Endpoint, timer: TimerKind, atMs: Ms, fired: boolean): void;
}
