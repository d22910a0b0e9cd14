import { expect, it } from 'vitest';
import { masteryOf } from './mastery';
import { DAY_MS } from './replay';
import type { ReviewEvent } from './review-event';

const answer = (questionId: string, days: number, score: number): ReviewEvent => ({
  id: `${questionId} ${days}`,
  questionId,
  atMs: days * DAY_MS,
  score,
  confidence: null,
  open: false,
});
const SKILLS = [
  { skill: 'clock', questions: ['a', 'b'] },
  { skill: 'ports', questions: ['c'] },
];
const clock = (log: readonly ReviewEvent[], day: number) => masteryOf(SKILLS, log, day * DAY_MS)[0]?.now ?? Number.NaN;

it('rises with right answers, falls with wrong ones and with time', () => {
  const right = [answer('a', 0, 1), answer('b', 0, 1)];
  expect(clock([], 1)).toBe(0);
  expect(clock(right.slice(0, 1), 0)).toBe(0.5);
  expect(clock(right, 0)).toBe(1);
  expect(clock(right, 20)).toBeLessThan(clock(right, 2));
  expect(clock([...right, answer('a', 2, 0)], 2)).toBeLessThan(clock(right, 2));
  expect(clock([...right, answer('a', 2, 0), answer('a', 3, 1)], 3)).toBeGreaterThan(clock(right, 3));
});

it('compares with what was known a week ago, and counts what was answered', () => {
  const log = [answer('a', 0, 1), answer('c', 9, 1)];
  const [first, second] = masteryOf(SKILLS, log, 10 * DAY_MS);
  expect(first).toMatchObject({ skill: 'clock', total: 2, answered: 1 });
  expect(first?.weekAgo).toBeGreaterThan(first?.now ?? 1);
  expect(second?.weekAgo).toBe(0);
  expect(second?.now).toBeGreaterThan(0.5);
});
