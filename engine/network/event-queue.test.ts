import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventClass, EventQueue } from './event-queue';

interface Item {
  readonly atMs: number;
  readonly eventClass: EventClass;
  readonly order: number;
}

const items = fc
  .array(fc.record({ atMs: fc.nat({ max: 9 }), eventClass: fc.constantFrom<EventClass>(0, 1, 2) }), { maxLength: 60 })
  .map((list) => list.map((item, order): Item => ({ ...item, order })));

function fill(list: readonly Item[]): EventQueue<Item> {
  const queue = new EventQueue<Item>();
  for (const item of list) queue.push(item.atMs, item.eventClass, item);
  return queue;
}

function drain(queue: EventQueue<Item>): Item[] {
  const all: Item[] = [];
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) all.push(item);
  return all;
}

describe('the event queue', () => {
  it('gives events by time, then class, then order of arrival', () => {
    fc.assert(
      fc.property(items, (list) => {
        const sorted = [...list].sort((a, b) => a.atMs - b.atMs || a.eventClass - b.eventClass || a.order - b.order);
        expect(drain(fill(list))).toEqual(sorted);
      }),
    );
  });

  it('has forks that go their own way', () => {
    fc.assert(
      fc.property(items, (list) => {
        const queue = fill(list);
        const fork = queue.fork((item) => item);
        fork.push(0, 0, { atMs: 0, eventClass: 0, order: -1 });
        drain(fork);
        expect(queue.size).toBe(list.length);
        expect(drain(queue)).toHaveLength(list.length);
      }),
    );
  });

  it('knows the next moment', () => {
    const queue = fill([{ atMs: 7, eventClass: 0, order: 0 }]);
    expect([queue.nextMs, queue.peek()?.atMs]).toEqual([7, 7]);
    queue.pop();
    expect([queue.nextMs, queue.peek()]).toEqual([Number.POSITIVE_INFINITY, undefined]);
  });
});
