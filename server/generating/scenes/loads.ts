import 'server-only';
import { DEFAULT_LOAD, type Load } from '@/diagnosis/ports/load';
import type { Chance } from '../chance';

/** A range of some thousand ports with round ends. */
export function drawRange(chance: Chance): Pick<Load, 'lowPort' | 'highPort'> {
  const lowPort = chance.int(10_000, 40_000, 1000);
  return { lowPort, highPort: lowPort + chance.int(2, 24) * 1000 - 1 };
}

/** Connections that are over as soon as they are open, closed by this side first. */
export function shortLoad(load: Partial<Load>): Load {
  return { ...DEFAULT_LOAD, openSeconds: 0, ...load };
}
