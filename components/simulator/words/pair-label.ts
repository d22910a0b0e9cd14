import type { Pair } from '../model/pairs';
import { formatDuration } from './durations';
import type { Speech } from './speech';

/** What one side of a pair is, e.g. "TIME_WAIT: 2 MSL, 4 min". */
export function pairLabel(pair: Pair, which: 'a' | 'b', speech: Speech): string {
  const time = formatDuration(pair.b.timeWaitMs ?? 0, speech);
  return speech.plain(`compare.${pair.id}.${which}`, { time });
}
