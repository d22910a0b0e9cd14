import { expect, it } from 'vitest';
import { moved } from './order-moves';

const list = ['a', 'b', 'c', 'd'];

it('moves an item up, down and over several places', () => {
  expect(moved(list, 1, 0)).toEqual(['b', 'a', 'c', 'd']);
  expect(moved(list, 1, 2)).toEqual(['a', 'c', 'b', 'd']);
  expect(moved(list, 0, 3)).toEqual(['b', 'c', 'd', 'a']);
  expect(moved(list, 3, 0)).toEqual(['d', 'a', 'b', 'c']);
});

it('changes nothing at the ends and nowhere else', () => {
  for (const [from, to] of [
    [0, -1],
    [3, 4],
    [2, 2],
    [9, 0],
  ] as const)
    expect(moved(list, from, to)).toBe(list);
  expect(list).toEqual(['a', 'b', 'c', 'd']);
});
