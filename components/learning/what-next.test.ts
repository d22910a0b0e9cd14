import { expect, it } from 'vitest';
import { whatNext } from './what-next';

const skill = (name: string, now: number, answered = 1) => ({ skill: name, total: 2, answered, now, weekAgo: 0 });

it('sends to the reviews while any is due', () => {
  expect(whatNext(3, [skill('clock', 0)])).toEqual({ kind: 'due', count: 3 });
});

it('then to the weakest of the skills begun, then to one not begun, then nowhere', () => {
  const all = [skill('new', 0, 0), skill('shaky', 0.6), skill('weak', 0.3), skill('firm', 0.95)];
  expect(whatNext(0, all)).toEqual({ kind: 'skill', skill: 'weak' });
  expect(whatNext(0, [skill('new', 0, 0), skill('firm', 0.95)])).toEqual({ kind: 'skill', skill: 'new' });
  expect(whatNext(0, [skill('firm', 0.95)])).toEqual({ kind: 'held' });
});
