import type { Timeline } from '@/engine/simulation/timeline';
import type { Dimensions } from './dimensions';
import { type Polygon, rectangle } from './geometry';
import type { SceneTime } from './scene-time';
import type { SceneWords } from './scene-words';
import { sansWidth } from './text-width';
import type { TimeScale } from './time-scale';

export interface AxisMark {
  readonly ms: number;
  readonly y: number;
  readonly text: string;
}

const LEAST_APART = 15;

/** A time for every send, arrival and call; where they crowd, only the first of them. */
export function layAxis(timeline: Timeline, time: SceneTime, scale: TimeScale, words: SceneWords): readonly AxisMark[] {
  const told = new Set([
    ...time.entries.map((entry) => entry.atMs),
    ...time.segments.map((segment) => segment.sentMs),
    ...time.segments.filter((segment) => segment.fate === 'delivered').map((segment) => segment.arrivesMs),
  ]);
  const marks: AxisMark[] = [];
  for (const ms of time.moments) {
    if (!told.has(ms) && ms !== time.startMs) continue;
    const y = scale.y(ms);
    if (y - (marks.at(-1)?.y ?? -LEAST_APART) < LEAST_APART) continue;
    marks.push({ ms, y, text: words.time(ms - timeline.scenario.originMs) });
  }
  return marks;
}

export function axisBox(mark: AxisMark, dimensions: Dimensions): Polygon {
  const width = sansWidth(mark.text, dimensions.axisFontSize);
  return rectangle(dimensions.axisX - width, mark.y - 5, dimensions.axisX, mark.y + 5);
}
