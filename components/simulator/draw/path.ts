import { type Point, round } from '../scene/geometry';

/** Text of an SVG path through points. */
export function through(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

/** The last stretch ends `stop` pixels early, so that a line does not stick out of its arrow head. */
export function shortened(points: readonly Point[], stop: number): readonly Point[] {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return points;
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const fraction = Math.max(0, (length - stop) / length);
  const cut = { x: before.x + (end.x - before.x) * fraction, y: before.y + (end.y - before.y) * fraction };
  return [...points.slice(0, -1), cut];
}

/** An arrow head with its tip at the end of a path. `spread` is half its angle in radians, `notch` how deep its back is cut. */
export function headPath(points: readonly Point[], size: number, spread = 0.36, notch = 0.78): string {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? end;
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const back = (turn: number, length: number) => ({
    x: end.x - length * Math.cos(angle + turn),
    y: end.y - length * Math.sin(angle + turn),
  });
  return `${through([end, back(-spread, size), back(0, size * notch), back(spread, size)])}Z`;
}

/** The bar before the head of a reset: it reads as a stop without its colour. */
export function barPath(points: readonly Point[]): string {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? end;
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const x = end.x - 15 * Math.cos(angle);
  const y = end.y - 15 * Math.sin(angle);
  const dx = 5 * Math.cos(angle + Math.PI / 2);
  const dy = 5 * Math.sin(angle + Math.PI / 2);
  return through([
    { x: x + dx, y: y + dy },
    { x: x - dx, y: y - dy },
  ]);
}

export function degrees(radians: number): number {
  return round((radians * 180) / Math.PI);
}
