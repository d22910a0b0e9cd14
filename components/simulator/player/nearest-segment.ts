import { type Arrow, legsOf } from '../scene/arrows';
import type { Point } from '../scene/geometry';

/** The segment whose line is nearest to a point of the picture, within `reach` pixels; null where there is none. */
export function nearestSegment(arrows: readonly Arrow[], point: Point, reach: number): number | null {
  let nearest: number | null = null;
  let least = reach;
  for (const arrow of arrows) {
    for (const [from, to] of linesOf(arrow)) {
      const distance = distanceTo(point, from, to);
      if (distance >= least) continue;
      least = distance;
      nearest = arrow.segment.id;
    }
  }
  return nearest;
}

function linesOf(arrow: Arrow): readonly (readonly [Point, Point])[] {
  const end = arrow.path.at(-1);
  return arrow.lostBeyond && end ? [...legsOf(arrow), [end, arrow.lostBeyond]] : legsOf(arrow);
}

function distanceTo(point: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - at * dx, point.y - from.y - at * dy);
}
