import type { Ms } from '../tcp/ms';

/** Of two things due at the same moment the lower class comes first: what the network brings, then timers, then applications. */
export type EventClass = 0 | 1 | 2;

interface Queued<T> {
  readonly atMs: Ms;
  readonly eventClass: EventClass;
  readonly order: number;
  readonly value: T;
}

/** A binary heap, ordered by time, then class, then order of arrival: ties are never broken by luck. */
export class EventQueue<T> {
  private readonly heap: Queued<T>[] = [];
  private nextOrder = 0;

  /** The moment of the next event, Infinity when there is none. */
  get nextMs(): Ms {
    return this.heap[0]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  get size(): number {
    return this.heap.length;
  }

  peek(): T | undefined {
    return this.heap[0]?.value;
  }

  /** Whether any event that waits is so. */
  some(is: (value: T) => boolean): boolean {
    return this.heap.some(({ value }) => is(value));
  }

  push(atMs: Ms, eventClass: EventClass, value: T): void {
    const item = { atMs, eventClass, order: this.nextOrder++, value };
    const { heap } = this;
    let index = heap.length;
    heap.push(item);
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      if (parent === undefined || isBefore(parent, item)) break;
      heap[index] = parent;
      index = parentIndex;
    }
    heap[index] = item;
  }

  pop(): T | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (heap.length > 0) this.sink(last);
    return first.value;
  }

  /** A queue of its own with the same content, each value passed through `copy`. */
  fork(copy: (value: T) => T): EventQueue<T> {
    const fork = new EventQueue<T>();
    for (const item of this.heap) fork.heap.push({ ...item, value: copy(item.value) });
    fork.nextOrder = this.nextOrder;
    return fork;
  }

  /** Puts an item at the top and lets it sink to its place. */
  private sink(item: Queued<T>): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      const leftIndex = 2 * index + 1;
      const left = heap[leftIndex];
      const right = heap[leftIndex + 1];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (isBefore(item, child)) break;
      heap[index] = child;
      index = isRight ? leftIndex + 1 : leftIndex;
    }
    heap[index] = item;
  }
}

function isBefore<T>(a: Queued<T>, b: Queued<T>): boolean {
  if (a.atMs !== b.atMs) return a.atMs < b.atMs;
  if (a.eventClass !== b.eventClass) return a.eventClass < b.eventClass;
  return a.order < b.order;
}
