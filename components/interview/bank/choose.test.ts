import { expect, it } from 'vitest';
import { ALL, choiceFrom, chosen, type ListedQuestion, queryOf, resultsOf } from './choose';

const QUESTIONS: readonly ListedQuestion[] = [
  { id: 'a', kind: 'open', topic: 'last-ack', depth: 'mid', prompt: 'What ends LAST-ACK?' },
  { id: 'b', kind: 'one', topic: 'last-ack', depth: 'senior', prompt: 'A SYN arrives in LAST_ACK' },
  { id: 'c', kind: 'open', topic: 'ports', depth: 'mid', prompt: '端口何时用尽？' },
];
const idsOf = (change: object, results = new Map()) =>
  chosen(QUESTIONS, { ...ALL, ...change }, results).map(({ id }) => id);

it('shows what fits every part of the choice', () => {
  expect(idsOf({})).toEqual(['a', 'b', 'c']);
  expect(idsOf({ topic: 'last-ack', kind: 'open' })).toEqual(['a']);
  expect(idsOf({ depth: 'mid', topic: 'sockets' })).toEqual([]);
});

it('searches for every word, whatever joins their parts', () => {
  expect(idsOf({ search: 'last_ack' })).toEqual(['a', 'b']);
  expect(idsOf({ search: 'syn LAST ack' })).toEqual(['b']);
  expect(idsOf({ search: '端口' })).toEqual(['c']);
});

it('knows by the learner’s progress what was answered, and how', () => {
  const answered = (id: string, last: boolean) => ({ id: id as never, last, first: false, attempts: 2 });
  const results = resultsOf({
    chapters: [{ chapter: 'x', sections: [], simulators: [], questions: [answered('b', true)] }],
    interview: [answered('z', false)],
    open: [{ id: 'a' as never, answers: 1, score: 0.5, at: '2026-01-01T00:00:00Z' }],
    last: null,
  });
  expect(idsOf({ result: 'right' }, new Map(results))).toEqual(['b']);
  expect(idsOf({ result: 'wrong' }, new Map(results))).toEqual(['a']);
  expect(idsOf({ result: 'new' }, new Map(results))).toEqual(['c']);
});

it('stands in the address and comes back from it', () => {
  const choice = { ...ALL, search: 'LAST_ACK & more', kind: 'open' };
  expect(choiceFrom(queryOf(choice))).toEqual(choice);
  expect(queryOf(ALL)).toBe('');
  expect(choiceFrom('?kind=open&strange=1')).toEqual({ ...ALL, kind: 'open' });
});
