import type { TcpState } from '../../tcp/state';
import type { Call, TimerKind } from '../../tcp/turn';
import { type Place, reach } from '../reach';
import type { Crafted, Wire, WireOptions } from '../wire';

/** One way to bring about what a row of the table of transitions describes. */
export interface Play {
  /** Where it begins; without it, in every place of the row's state, one after another. */
  readonly at?: readonly Place[];
  readonly options?: WireOptions;
  /** What else happens before the event. */
  readonly first?: (wire: Wire) => unknown;
  readonly on: Event;
}

export type Event =
  | { readonly segment: Crafted }
  | { readonly call: Call }
  /** A timer that is running runs out. */
  | { readonly timer: TimerKind }
  /** A time-out in a state in which no timer of that kind ever runs. */
  | { readonly strike: TimerKind };

/** The plays of a row, by its state. */
export type Plays = (state: TcpState) => readonly Play[];

/** By event and condition, as the table words them. */
export type PlayTable = Readonly<Record<string, Plays>>;

/** All ways into a state that a test knows. */
const PLACES_OF: Readonly<Record<TcpState, readonly Place[]>> = {
  CLOSED: ['CLOSED'],
  LISTEN: ['LISTEN'],
  SYN_SENT: ['SYN_SENT'],
  SYN_RECEIVED: ['SYN_RECEIVED, passive', 'SYN_RECEIVED, active'],
  ESTABLISHED: ['ESTABLISHED'],
  FIN_WAIT_1: ['FIN_WAIT_1', 'FIN_WAIT_1, orphan'],
  FIN_WAIT_2: ['FIN_WAIT_2', 'FIN_WAIT_2, orphan'],
  CLOSING: ['CLOSING'],
  TIME_WAIT: ['TIME_WAIT'],
  CLOSE_WAIT: ['CLOSE_WAIT'],
  LAST_ACK: ['LAST_ACK'],
};

export function placesOf(state: TcpState, { at }: Play): readonly Place[] {
  return at ?? PLACES_OF[state];
}

/** The wire as it stands before the event. */
export function prepare(place: Place, { options, first }: Play, profile: NonNullable<WireOptions['profile']>): Wire {
  const wire = reach(place, { profile, ...options });
  first?.(wire);
  return wire;
}

/** Lets the event happen. */
export function happen(wire: Wire, { on }: Play): void {
  if ('segment' in on) wire.arrive(on.segment);
  else if ('call' in on) wire.call(on.call);
  else if ('timer' in on) wire.fire(on.timer);
  else wire.strike(on.strike);
}

/** One play for each segment. */
export function arrivals(...segments: readonly Crafted[]): Play[] {
  return segments.map((segment) => ({ on: { segment } }));
}

/** An acknowledgment, from SND.NXT, that does not cover a FIN of ours that is still on its way, so that it moves no state. */
export function quietAck(state: TcpState): number {
  return state === 'FIN_WAIT_1' || state === 'CLOSING' || state === 'LAST_ACK' ? -1 : 0;
}
