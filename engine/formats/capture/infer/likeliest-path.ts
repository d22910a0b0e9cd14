import type { TcpState } from '../../../tcp/state';
import type { EndEvent } from './end-event';
import { ALL_STATES, bitOf, bitsOf, statesAfter, statesIn } from './states';

/** The states of one end over its events. */
export interface StatePath {
  /** Before the first event, then after each. */
  readonly likeliest: readonly TcpState[];
  /** For each of these places the states that fit everything that was seen, before and after; as bits. */
  readonly fitting: readonly number[];
  /** An event that no state explains; from there on states begin anew. */
  readonly hasContradiction: boolean;
}

/**
 * Which states fit: forward what each event allows, then backward what later events rule out. So a segment that passed but cannot have
 * arrived (its sender repeated itself, its receiver too) changes nothing. Of the paths that are left the likeliest takes effect of
 * everything at the moment it passed. Work grows with the number of events.
 */
export function likeliestPath(initial: readonly TcpState[], events: readonly EndEvent[]): StatePath {
  const { fitting, restarts } = forward(bitsOf(initial), events);
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event === undefined || restarts.has(index)) continue;
    const later = fitting[index + 1] ?? 0;
    const before = statesIn(fitting[index] ?? 0);
    fitting[index] = bitsOf(before.filter((state) => (bitsOf(statesAfter(state, event)) & later) !== 0));
  }
  return { likeliest: choose(initial, events, fitting, restarts), fitting, hasContradiction: restarts.size > 0 };
}

const ANY = bitsOf(ALL_STATES);

function forward(initial: number, events: readonly EndEvent[]): { fitting: number[]; restarts: ReadonlySet<number> } {
  const fitting = [initial];
  const restarts = new Set<number>();
  let current = initial;
  events.forEach((event, index) => {
    let next = step(current, event);
    if (next === 0) {
      restarts.add(index);
      next = step(ANY, event) || current;
    }
    current = next;
    fitting.push(current);
  });
  return { fitting, restarts };
}

function step(states: number, event: EndEvent): number {
  return statesIn(states).reduce((bits, state) => bits | bitsOf(statesAfter(state, event)), 0);
}

function choose(
  initial: readonly TcpState[],
  events: readonly EndEvent[],
  fitting: readonly number[],
  restarts: ReadonlySet<number>,
): TcpState[] {
  let state = initial.find((one) => fits(one, fitting[0])) ?? initial[0] ?? 'CLOSED';
  const path = [state];
  events.forEach((event, index) => {
    const bits = fitting[index + 1];
    const next = restarts.has(index) ? ALL_STATES : statesAfter(state, event);
    state = next.find((one) => fits(one, bits)) ?? state;
    path.push(state);
  });
  return path;
}

function fits(state: TcpState, bits: number | undefined): boolean {
  return ((bits ?? 0) & bitOf(state)) !== 0;
}
