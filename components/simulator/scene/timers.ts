import type { Timeline, TimerRecord } from '@/engine/simulation/timeline';
import { type BesideText, findBeside } from './beside';
import type { Dimensions } from './dimensions';
import type { TrackFinder } from './find-track';
import type { Obstacles } from './obstacles';
import type { SceneTime } from './scene-time';
import type { SceneWords } from './scene-words';
import { sansWidth } from './text-width';
import type { TimeScale } from './time-scale';

/** A bracket beside a lifeline for as long as a timer ran. */
export interface TimerMark {
  readonly x: number;
  /** Which way its arms point: towards the lifeline. */
  readonly arm: number;
  readonly top: number;
  readonly bottom: number;
  readonly fromMs: number;
  readonly label: BesideText | null;
}

const DISTANCE = 8;
const ARM = 4;
/** Below the call or arrow that started the timer. */
const START_DROP = 12;

/**
 * Timers worth a bracket: a retransmission timer that fired, and every 2 MSL timer of a connection whose wait was
 * restarted. A phone has no room beside its lifelines.
 */
export function layTimers(
  timeline: Timeline,
  time: SceneTime,
  scale: TimeScale,
  finder: TrackFinder,
  obstacles: Obstacles,
  dimensions: Dimensions,
  words: SceneWords,
): readonly TimerMark[] {
  if (dimensions.size === 'phone') return [];
  return timeline.timers
    .filter((timer) => timer.fromMs >= time.startMs && isTold(timer, timeline))
    .flatMap((timer) => {
      const track = finder.of(timer.lane, timer.connection);
      if (track.side === 'middle') return [];
      const right = track.side === 'right';
      const top = scale.yAfter(timer.fromMs) + START_DROP;
      const bottom = scale.y(timer.toMs ?? time.endMs) - 1;
      if (bottom - top < 12) return [];
      const x = right ? track.x1 + DISTANCE : track.x0 - DISTANCE;
      const text = words.timer(timer.timer, timer.durationMs);
      const y = Math.min(top + 20, (top + bottom) / 2);
      const width = sansWidth(text, 10);
      const place = findBeside(track, y, width, DISTANCE + 6, obstacles, [dimensions.axisX, dimensions.width]);
      const outer = place && place.toRight === right ? place : null;
      return [
        { x, arm: right ? -ARM : ARM, top, bottom, fromMs: timer.fromMs, label: outer ? { ...outer, text } : null },
      ];
    });
}

function isTold(timer: TimerRecord, timeline: Timeline): boolean {
  if (timer.timer === 'retransmission') return timer.end === 'fired';
  if (timer.timer !== 'time-wait') return false;
  return timeline.timers.some(
    (other) => other.timer === 'time-wait' && other.connection === timer.connection && other.end === 'restarted',
  );
}
