import { offBy, type Pair } from './compare-packets';
import type { Recorded } from './trace-file';

type State = Recorded['states'][number];

/** The kernel's timer wheel rounds the minute of TIME_WAIT up by as much as this. */
const WHEEL_MS = 2100;

/** The states of each socket, in order, and when they were entered. */
export function compareStates(
  predicted: Recorded,
  actual: Recorded,
  pairs: readonly Pair[],
  endMs: number,
): string | null {
  const keys = new Set([...predicted.states, ...actual.states].map(socketOf));
  for (const key of keys) {
    const ours = predicted.states.filter((one) => socketOf(one) === key);
    const theirs = actual.states.filter((one) => socketOf(one) === key);
    for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
      const [mine, real] = [ours[index], theirs[index]];
      if (isBeyondEnd(mine, real, ours[index - 1], endMs)) break;
      if (print(mine) !== print(real))
        return `${key}: state ${index + 1}: ${print(mine)} predicted, ${print(real)} seen`;
      if (mine === undefined || real === undefined) break;
      const late = lateness(mine, real, theirs[index - 1], ours[index - 1], pairs);
      if (late !== null) return `${key}: ${print(real)} ${late}`;
    }
  }
  return null;
}

/** What had not happened yet when the recording stopped is no evidence. */
function isBeyondEnd(
  mine: State | undefined,
  real: State | undefined,
  before: State | undefined,
  endMs: number,
): boolean {
  if (mine !== undefined && real !== undefined) return false;
  const slack = before?.timewaitSock === true ? WHEEL_MS : 40;
  return (mine ?? real ?? { t: 0 }).t > endMs - slack;
}

function lateness(
  mine: State,
  real: State,
  realBefore: State | undefined,
  mineBefore: State | undefined,
  pairs: readonly Pair[],
): string | null {
  const late = offBy(real.host, mine.t, real.t, pairs);
  if (late === null) return null;
  const isTimerEnd = real.state === 'CLOSED' && realBefore?.timewaitSock === true && mineBefore?.timewaitSock === true;
  const later = real.t - mine.t;
  return isTimerEnd && later >= -40 && later <= WHEEL_MS ? null : late;
}

function socketOf({ host, lport, rport }: State): string {
  return `${host} ${lport}-${rport}`;
}

function print(state: State | undefined): string {
  if (state === undefined) return 'nothing';
  return state.timewaitSock === true ? `${state.state} (time-wait socket)` : state.state;
}
