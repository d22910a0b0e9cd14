import { TCP_STATES, type TcpState } from '../../../tcp/state';
import type { EndEvent } from './end-event';
import { ALL_STATES, bitOf, bitsOf, statesAfter } from './states';

/** The states of one end over its events. */
export interface StatePath {
  /** Before the first event, then after each. */
  readonly likeliest: readonly TcpState[];
  /** For each of these places the states that fit everything that was seen, before and after; as bits. */
  readonly fitting: readonly number[];
  /** An event came that no state explains; from there on states begin anew. */
  readonly hasContradiction: boolean;
}

/** By the index of a state in `TCP_STATES`: those that may follow it, likeliest first, and the same as bits. */
interface Step {
  readonly next: readonly (readonly TcpState[])[];
  readonly bits: readonly number[];
}

/**
 * Which states fit: forward what each event allows, then backward what later events rule out. So a segment that passed but cannot have
 * arrived (its sender repeated itself, its receiver too) changes nothing. Of the paths that are left the likeliest takes effect of
 * everything at the moment it passed. Work grows with the number of events.
 */
export function likeliestPath(initial: readonly TcpState[], events: readonly EndEvent[]): StatePath {
  const steps = stepsOf(events);
  const { fitting, restarts } = forward(bitsOf(initial), steps);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    if (!restarts.has(index)) fitting[index] = before(fitting[index] ?? 0, steps[index], fitting[index + 1] ?? 0);
  }
  return { likeliest: choose(initial, steps, fitting, restarts), fitting, hasContradiction: restarts.size > 0 };
}

/** Events of one kind are one step; there are few kinds, and few of them happen at one end. */
function stepsOf(events: readonly EndEvent[]): Step[] {
  const known = new Map<string, Step>();
  return events.map((event) => {
    const kind = kindOf(event);
    const step = known.get(kind) ?? stepOf(event);
    known.set(kind, step);
    return step;
  });
}

function stepOf(event: EndEvent): Step {
  const next = TCP_STATES.map((state) => (state === 'LISTEN' ? [] : statesAfter(state, event)));
  return { next, bits: next.map(bitsOf) };
}

/** All of an event but when it was. */
function kindOf({ atMs: _atMs, segment: _segment, ...rest }: EndEvent): string {
  return JSON.stringify(rest);
}

const ANY = bitsOf(ALL_STATES);

function forward(initial: number, steps: readonly Step[]): { fitting: number[]; restarts: ReadonlySet<number> } {
  const fitting = [initial];
  const restarts = new Set<number>();
  let current = initial;
  for (const [index, step] of steps.entries()) {
    let next = after(current, step);
    if (next === 0) {
      restarts.add(index);
      next = after(ANY, step) || current;
    }
    current = next;
    fitting.push(current);
  }
  return { fitting, restarts };
}

function after(states: number, { bits }: Step): number {
  let next = 0;
  for (let index = 0; index < bits.length; index += 1) {
    if ((states & (1 << index)) !== 0) next |= bits[index] ?? 0;
  }
  return next;
}

/** Those of the states from which a later one can be reached. */
function before(states: number, step: Step | undefined, later: number): number {
  let found = 0;
  for (let index = 0; index < TCP_STATES.length; index += 1) {
    if ((states & (1 << index)) !== 0 && ((step?.bits[index] ?? 0) & later) !== 0) found |= 1 << index;
  }
  return found;
}

function choose(
  initial: readonly TcpState[],
  steps: readonly Step[],
  fitting: readonly number[],
  restarts: ReadonlySet<number>,
): TcpState[] {
  let state = initial.find((one) => fits(one, fitting[0])) ?? initial[0] ?? 'CLOSED';
  const path = [state];
  for (const [index, { next }] of steps.entries()) {
    const candidates = restarts.has(index) ? ALL_STATES : next[TCP_STATES.indexOf(state)];
    state = candidates?.find((one) => fits(one, fitting[index + 1])) ?? state;
    path.push(state);
  }
  return path;
}

function fits(state: TcpState, bits: number | undefined): boolean {
  return ((bits ?? 0) & bitOf(state)) !== 0;
}
