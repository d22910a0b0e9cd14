import { overlap, type Polygon } from './geometry';

/** Shapes that a label must not touch. Asked thousands of times for one picture, so boxes are compared first. */
export class Obstacles {
  readonly #shapes: { readonly polygon: Polygon; readonly bounds: Bounds }[] = [];

  copy(): Obstacles {
    const copy = new Obstacles();
    copy.#shapes.push(...this.#shapes);
    return copy;
  }

  add(...polygons: readonly Polygon[]): void {
    for (const polygon of polygons) this.#shapes.push({ polygon, bounds: boundsOf(polygon) });
  }

  touch(polygon: Polygon): boolean {
    const bounds = boundsOf(polygon);
    return this.#shapes.some((shape) => near(bounds, shape.bounds) && overlap(polygon, shape.polygon));
  }
}

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boundsOf(polygon: Polygon): Bounds {
  const xs = polygon.map((point) => point.x);
  const ys = polygon.map((point) => point.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function near(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
