import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from './trace-file';

type Call = Recorded['calls'][number];

/** What each socket's calls came to, in order. */
export function compareCalls(predicted: Recorded, actual: Recorded): string | null {
  const keys = new Set([...predicted.calls, ...actual.calls].map(socketOf));
  for (const key of keys) {
    const ours = predicted.calls.filter((one) => socketOf(one) === key);
    const theirs = actual.calls.filter((one) => socketOf(one) === key);
    for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
      const [mine, real] = [ours[index], theirs[index]];
      if (mine !== undefined && real !== undefined && isSame(mine, real)) continue;
      return `${key}: call ${index + 1}: ${print(mine)} predicted, ${print(real)} seen`;
    }
  }
  return null;
}

function isSame(mine: Call, real: Call): boolean {
  return (
    mine.call === real.call &&
    mine.errno === real.errno &&
    isDeepStrictEqual(mine.args, real.args) &&
    isDeepStrictEqual(mine.result, real.result)
  );
}

function socketOf({ host, sock }: Call): string {
  return `${host} ${sock}`;
}

function print(call: Call | undefined): string {
  if (call === undefined) return 'nothing';
  return `${call.call}() = ${call.errno ?? JSON.stringify(call.result)}`;
}
