import type { Octets } from './connection';
import type { Ms } from './ms';
import type { Profile } from './profile';
import type { RuleId } from './rules';
import type { Segment } from './segment';
import type { SeqNumber } from './sequence-number';

export type TimerKind = 'retransmission' | 'time-wait' | 'delayed-ack' | 'fin-wait-2' | 'persist' | 'user-timeout';

/** The calls of RFC 9293 §3.9.1 as sockets offer them. */
export type Call =
  | { readonly call: 'listen' }
  /** `userTimeoutMs` here and in send: how long what is handed over may go unacknowledged (RFC 9293 §3.9.1). */
  | { readonly call: 'connect'; readonly remote?: 'unspecified'; readonly userTimeoutMs?: Ms }
  /** With `remote`, a SEND from LISTEN opens the connection actively. Sockets do not offer that. */
  | { readonly call: 'send'; readonly text: string; readonly remote?: 'specified'; readonly userTimeoutMs?: Ms }
  /** Takes what is there, at most `atMost` octets. */
  | { readonly call: 'receive'; readonly atMost: number }
  /** Closes the sending direction only: the CLOSE of the RFC. */
  | { readonly call: 'shutdown'; readonly readToo?: boolean }
  | { readonly call: 'close' }
  | { readonly call: 'abort' };

export type Input =
  | { readonly type: 'segment'; readonly segment: Segment }
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'timer'; readonly timer: TimerKind };

/** What a step asks of the world around it. */
export type Effect =
  | { readonly type: 'send'; readonly segment: Segment; readonly rule: RuleId; readonly isChallenge: boolean }
  | { readonly type: 'arm'; readonly timer: TimerKind; readonly durationMs: Ms }
  | { readonly type: 'disarm'; readonly timer: TimerKind }
  | { readonly type: 'deliver'; readonly octets: readonly Octets[] }
  /** Something a blocked call may wait for has happened. */
  | { readonly type: 'notify' }
  /** TIME_WAIT gives way: the SYN that came opens the next connection, with this initial sequence number. */
  | { readonly type: 'reopen'; readonly iss: SeqNumber };

/** What a connection may know of the world when it steps. */
export interface Context {
  readonly nowMs: Ms;
  readonly profile: Profile;
  /** Initial sequence number and incarnation, should this step open a connection. */
  readonly iss: SeqNumber;
  readonly origin: number;
  /** Size of the receive buffer of a new connection. */
  readonly capacity: number;
  /** Whether this host offers and accepts the timestamp option. */
  readonly timestamps: boolean;
  /** Whether a listener waits at the local port. */
  readonly hasListener: boolean;
  /** This host keeps as many connections in TIME_WAIT as it may. */
  readonly timeWaitIsFull?: boolean;
}

/** What became of a segment that arrived. */
export type Reception = 'accepted' | 'queued' | 'duplicate' | 'discarded' | 'refused';

/** Collects what one step does. It lives for that step only, so that the rules can be written as plain functions from connection to connection. */
export class Turn {
  readonly effects: Effect[] = [];
  readonly trace: RuleId[] = [];
  reception: Reception = 'accepted';
  /** A rule said that the segment is dealt with: "drop the segment and return". */
  isOver = false;

  constructor(readonly context: Context) {}

  met(rule: RuleId): void {
    this.trace.push(rule);
  }

  /** Names the rule that ends the processing of this segment. */
  end(rule: RuleId, reception: Reception): void {
    this.trace.push(rule);
    this.reception = reception;
    this.isOver = true;
  }

  send(segment: Segment, rule: RuleId, isChallenge = false): void {
    this.effects.push({ type: 'send', segment, rule, isChallenge });
  }

  arm(timer: TimerKind, durationMs: Ms): void {
    this.effects.push({ type: 'arm', timer, durationMs });
  }

  disarm(timer: TimerKind): void {
    this.effects.push({ type: 'disarm', timer });
  }

  notify(): void {
    this.effects.push({ type: 'notify' });
  }
}
