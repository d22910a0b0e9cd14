import { capacityOf } from './capacity';
import type { Load } from './load';

/** One family of four-tuples at a moment after the first connection. */
export interface Moment {
  readonly seconds: number;
  readonly open: number;
  readonly timeWait: number;
  /** connect() fails now. */
  readonly fails: boolean;
}

/**
 * The state of one family (one source address, one destination) at any moment, in closed form. Connections begin at
 * second 0, evenly spaced, and take ports in turn. Where ports run out, connect() fails until the oldest come free, which
 * happens at the rate at which they were taken: so the same repeats with the period for which a port is held.
 */
export function courseOf(load: Load): (seconds: number) => Moment {
  const { connectionsPerSecond, families, portsPerFamily, holdSeconds } = capacityOf(load);
  const { openSeconds, timeWaitSeconds } = load;
  const rate = connectionsPerSecond / families;
  const servedSeconds = Math.min(portsPerFamily / rate, holdSeconds);
  const served = (seconds: number): number => {
    if (seconds <= 0) return 0;
    const rounds = Math.floor(seconds / holdSeconds);
    return rate * (rounds * servedSeconds + Math.min(seconds - rounds * holdSeconds, servedSeconds));
  };
  return (seconds) => {
    const closed = served(seconds - openSeconds);
    const open = served(seconds) - closed;
    const expired = served(seconds - openSeconds - timeWaitSeconds);
    return {
      seconds,
      open,
      timeWait: Math.min(closed - expired, portsPerFamily - open),
      fails: seconds % holdSeconds >= servedSeconds,
    };
  };
}
