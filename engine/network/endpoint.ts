import type { Connection } from '../tcp/connection';
import type { Ms } from '../tcp/ms';
import type { SeqNumber } from '../tcp/sequence-number';
import type { TimerKind } from '../tcp/turn';

/** One transmission control block in its place at a host. */
export interface Endpoint {
  readonly id: number;
  readonly host: number;
  readonly remote: number;
  readonly localPort: number;
  readonly remotePort: number;
  readonly incarnation: number;
  readonly iss: SeqNumber;
  connection: Connection;
  /** Index of the socket that owns it, −1 while none does. */
  socket: number;
  /** The listener that made it, −1 for an active open. */
  readonly listener: number;
  /** When each running timer ends; a kind that is absent is not running. */
  readonly deadlines: Partial<Record<TimerKind, Ms>>;
  /** How long its TIME_WAIT lasts where that is not what the profile says. */
  waitMs: Ms | null;
  /** The entry that an ACK at the end of this instant belongs to. */
  ackEntry: number;
}
