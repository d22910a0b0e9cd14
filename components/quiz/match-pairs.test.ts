import { describe, expect, it } from 'vitest';
import { choose, type Matching, type Picked } from './match-pairs';

const left = (id: string): Picked => ({ side: 'left', id });
const right = (id: string): Picked => ({ side: 'right', id });
const EMPTY: Matching = { pairs: [], picked: null };

const play = (items: readonly Picked[], shared = false) =>
  items.reduce((state, item) => choose(state, item, shared), EMPTY);

describe('matching', () => {
  it('pairs one with its partner, from either side', () => {
    expect(play([left('a'), right('1')])).toEqual({ pairs: [['a', '1']], picked: null });
    expect(play([right('1'), left('a')])).toEqual({ pairs: [['a', '1']], picked: null });
  });

  it('lets what was picked go when it is chosen again, and changes it within a side', () => {
    expect(play([left('a'), left('a')]).picked).toBeNull();
    expect(play([left('a'), left('b')]).picked).toEqual(left('b'));
  });

  it('parts both from their former partners', () => {
    const { pairs } = play([left('a'), right('1'), left('b'), right('2'), left('a'), right('2')]);
    expect(pairs).toEqual([['a', '2']]);
  });

  it('lets several share a partner where there are fewer on the right', () => {
    const { pairs } = play([left('a'), right('1'), left('b'), right('1')], true);
    expect(pairs).toEqual([
      ['a', '1'],
      ['b', '1'],
    ]);
  });
});
