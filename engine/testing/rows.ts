import type { RuleId } from '../tcp/rules';
import type { TcpState } from '../tcp/state';
import type { Call, TimerKind } from '../tcp/turn';
import { type Place, reach } from './reach';
import type { Crafted, Wire, WireOptions } from './wire';

/** One row of a table of behaviour: in this place, on this event, that happens, by this rule. */
export interface Row {
  readonly says: string;
  readonly at: Place;
  readonly options?: WireOptions;
  /** What else happens before the event. */
  readonly first?: (wire: Wire) => void;
  readonly on: { readonly segment: Crafted } | { readonly call: Call } | { readonly timer: TimerKind };
  readonly next: TcpState;
  readonly sends?: readonly string[];
  readonly rule: RuleId;
  /** All timers that run afterwards, with what is left of each. */
  readonly timers?: Partial<Record<TimerKind, number>>;
  readonly unread?: string;
}

/** Plays a row and gives the wire as it stands after the event. */
export function play({ at, options, first, on }: Row): Wire {
  const wire = reach(at, options);
  first?.(wire);
  if ('segment' in on) return wire.arrive(on.segment);
  return 'call' in on ? wire.call(on.call) : wire.fire(on.timer);
}
