import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { Refusal } from '@/model/problem';
import type { Response } from '@/model/question';
import { closing, fixture } from '@/server/testing/fixture-bank';
import { solutionOf } from './answer-key';
import { grade } from './grade';

const KINDS = ['one', 'several', 'order', 'match', 'number', 'predict'] as const;
const gradeOf = (id: string, response: Response) => grade(fixture(id), response, 'en');

describe('every kind of question', () => {
  it.each(KINDS)('%s: its own solution is right, whole, and stands for no misconception', (kind) => {
    const question = fixture(`fixture-${kind}`);
    const { correct, score, misconceptions, solution, feedback } = grade(question, solutionOf(question.key), 'zh');
    expect([correct, score, misconceptions]).toEqual([true, 1, []]);
    expect(solution).toEqual(solutionOf(question.key));
    expect(feedback.every(({ right, chosen }) => right === chosen)).toBe(true);
  });

  it.each(KINDS)('%s: a response of any other kind is refused', (kind) => {
    for (const other of KINDS.filter((each) => each !== kind)) {
      const { key } = fixture(`fixture-${other}`);
      expect(() => gradeOf(`fixture-${kind}`, solutionOf(key))).toThrow(Refusal);
    }
  });

  it('the score is between 0 and 1, and 1 only when it is right', () => {
    const ids = fc.shuffledSubarray(['a', 'b', 'c', 'd']);
    const left = fc.shuffledSubarray(['l1', 'l2', 'l3']);
    const right = fc.constantFrom('r1', 'r2', 'r3');
    const responses: fc.Arbitrary<Response> = fc.oneof(
      ids.map((options) => ({ kind: 'several' as const, options })),
      fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }).map((items) => ({ kind: 'order' as const, items })),
      left.chain((found) =>
        fc
          .tuple(...found.map((id) => fc.tuple(fc.constant(id), right)))
          .map((pairs) => ({ kind: 'match' as const, pairs })),
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ kind: 'number' as const, value })),
    );
    fc.assert(
      fc.property(responses, (response) => {
        const { correct, score } = gradeOf(`fixture-${response.kind}`, response);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(correct).toBe(score === 1);
      }),
    );
  });
});

describe('one choice', () => {
  it('says something of each option, also of those that were not chosen', () => {
    const { feedback, misconceptions } = gradeOf('fixture-one', { kind: 'one', option: 'c' });
    expect(feedback).toEqual([
      { id: 'a', right: false, chosen: false, text: 'Feedback on a' },
      { id: 'b', right: true, chosen: false, text: 'Feedback on b' },
      { id: 'c', right: false, chosen: true, text: 'Feedback on c' },
    ]);
    expect(misconceptions).toEqual([3]);
  });
});

describe('several choices', () => {
  it.each([
    [['a', 'c'], 1],
    [['a'], 0.5],
    [['a', 'b', 'c'], 0.5],
    [['a', 'b'], 0],
    [['b', 'd'], 0],
    [['a', 'b', 'c', 'd'], 0],
    [[], 0],
  ])('%j: %d', (options, score) => {
    expect(gradeOf('fixture-several', { kind: 'several', options }).score).toBe(score);
  });

  it('may not name an option twice', () => {
    expect(() => gradeOf('fixture-several', { kind: 'several', options: ['a', 'a'] })).toThrow(Refusal);
  });
});

describe('an order', () => {
  it.each([
    ['abcd', 1],
    ['bacd', 2 / 3],
    ['bcda', 2 / 3],
    ['badc', 1 / 3],
    ['dcba', 0],
  ])('%s: %d', (items, score) => {
    expect(gradeOf('fixture-order', { kind: 'order', items: [...items] }).score).toBeCloseTo(score, 10);
  });

  it('names the mistake at the item that came too early', () => {
    const { feedback, misconceptions } = gradeOf('fixture-order', { kind: 'order', items: ['a', 'b', 'd', 'c'] });
    expect(misconceptions).toEqual([4]);
    expect(feedback).toContainEqual({ id: 'd', right: false, chosen: true, text: 'd waits for c' });
    expect(feedback).toContainEqual({ id: 'c', right: false, chosen: true, text: 'Feedback on c' });
  });

  it.each([[['a', 'b', 'c']], [['a', 'b', 'c', 'c']], [['a', 'b', 'c', 'e']], [[]]])('%j is refused', (items) => {
    expect(() => gradeOf('fixture-order', { kind: 'order', items })).toThrow(Refusal);
  });
});

describe('pairs', () => {
  it('count one by one; what has no partner is wrong', () => {
    const pairs: [string, string][] = [
      ['l1', 'r2'],
      ['l3', 'r3'],
    ];
    const { score, feedback, misconceptions } = gradeOf('fixture-match', { kind: 'match', pairs });
    expect(score).toBeCloseTo(1 / 3, 10);
    expect(misconceptions).toEqual([5]);
    expect(feedback).toEqual([
      { id: 'l1', right: false, chosen: true, text: 'l1 is not r2' },
      { id: 'l2', right: false, chosen: false, text: 'Feedback on l2' },
      { id: 'l3', right: true, chosen: true, text: 'Feedback on l3' },
    ]);
  });

  it.each<[string, [string, string][]]>([
    [
      'one item with two partners',
      [
        ['l1', 'r1'],
        ['l1', 'r2'],
      ],
    ],
    ['a partner that is not there', [['l1', 'r9']]],
    ['sides turned round', [['r1', 'l1']]],
  ])('%s is refused', (_, pairs) => {
    expect(() => gradeOf('fixture-match', { kind: 'match', pairs })).toThrow(Refusal);
  });
});

describe('a number', () => {
  it.each([
    [4, true, null],
    [4.05, true, null],
    [3.95, true, null],
    [4.051, false, 'Add the two waits'],
    [2.1, false, 'That is one MSL'],
    [-4, false, 'Add the two waits'],
    [1e308, false, 'Add the two waits'],
  ])('%d: %s', (value, correct, text) => {
    const graded = gradeOf('fixture-number', { kind: 'number', value });
    expect(graded.correct).toBe(correct);
    expect(graded.feedback[0]?.text ?? null).toBe(text);
    expect(graded.misconceptions).toEqual(text === 'That is one MSL' ? [6] : []);
  });
});

describe('a prediction', () => {
  it('that is wrong is given the run in which it would have come true, and what is otherwise in it', () => {
    const { feedback } = gradeOf('fixture-predict', { kind: 'predict', option: 'FIN_WAIT_1' });
    const [slow, ...others] = feedback;
    expect(slow?.expected?.says).toBe('The link would be slower');
    const come = takeMeasure(run(slow?.expected?.scenario ?? closing.scenario), {
      measure: 'state',
      socket: 'c1',
      atMs: 150,
    });
    expect(come).toBe('FIN_WAIT_1');
    expect(others.some((each) => 'expected' in each)).toBe(false);
  });

  it('that is right, or that no run is known for, is given none', () => {
    for (const option of ['FIN_WAIT_2', 'TIME_WAIT']) {
      const { feedback } = gradeOf('fixture-predict', { kind: 'predict', option });
      expect(feedback.some((each) => 'expected' in each)).toBe(false);
    }
  });
});
