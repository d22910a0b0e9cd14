import { type Point, round } from '../scene/geometry';

/** An orthogonal path with rounded corners, ending `stop` pixels before its last point. */
export function roundedPath(points: readonly Point[], corner: number, stop: number): string {
  const first = points[0];
  const last = points.at(-1);
  const before = points.at(-2);
  if (!first || !last || !before) return '';
  const turns = points.slice(1, -1).map((point, index) => {
    const from = toward(point, points[index] ?? point, corner);
    const to = toward(point, points[index + 2] ?? point, corner);
    return `L${text(from)}Q${text(point)} ${text(to)}`;
  });
  return `M${text(first)}${turns.join('')}L${text(toward(last, before, stop))}`;
}

function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
}

function text({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}
