/** Plane geometry of the scene: points, turned boxes, and whether two convex shapes touch. Lengths in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box around its centre, turned by `angle` radians. */
export interface TurnedBox {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

export type Polygon = readonly Point[];

export function cornersOf({ cx, cy, width, height, angle }: TurnedBox): Polygon {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const corner = (i: number, j: number): Point => ({
    x: cx + ((i * width) / 2) * cos - ((j * height) / 2) * sin,
    y: cy + ((i * width) / 2) * sin + ((j * height) / 2) * cos,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

export function rectangle(left: number, top: number, right: number, bottom: number): Polygon {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** A stroke as a polygon that is only just not empty. */
export function stroke(a: Point, b: Point): Polygon {
  return [a, b, { x: b.x, y: b.y + 0.1 }];
}

/** Whether two convex polygons overlap (separating axes); touching edges do not count. */
export function overlap(p: Polygon, q: Polygon): boolean {
  return !separatedBy(p, p, q) && !separatedBy(q, p, q);
}

function separatedBy(edges: Polygon, p: Polygon, q: Polygon): boolean {
  return edges.some((a, index) => {
    const b = edges[(index + 1) % edges.length] ?? a;
    const nx = b.y - a.y;
    const ny = a.x - b.x;
    if (nx === 0 && ny === 0) return false;
    const [pLow, pHigh] = reach(p, nx, ny);
    const [qLow, qHigh] = reach(q, nx, ny);
    return pHigh <= qLow || qHigh <= pLow;
  });
}

function reach(polygon: Polygon, nx: number, ny: number): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { x, y } of polygon) {
    const along = x * nx + y * ny;
    low = Math.min(low, along);
    high = Math.max(high, along);
  }
  return [low, high];
}

export function between(a: Point, b: Point, fraction: number): Point {
  return { x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction };
}

/** One decimal is finer than any screen, and keeps the markup short. */
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}
