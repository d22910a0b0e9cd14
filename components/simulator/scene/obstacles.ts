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

  /** Those alone that something within `room` could touch. */
  near(room: Polygon): Obstacles {
    const bounds = boundsOf(room);
    const within = new Obstacles();
    for (const shape of this.#shapes) if (near(bounds, shape.bounds)) within.#shapes.push(shape);
    return within;
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
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y } of polygon) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, right, top, bottom };
}

function near(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
