import { describe, expect, it } from 'vitest';
import { figures, fixture } from '@/server/testing/fixture-bank';
import { checkQuestion } from './check-question';
import { type QuestionFile, questionFile } from './question-file';

type Kind = QuestionFile['kind'];
type Spoil = (file: Record<string, unknown>) => void;

const KINDS: readonly Kind[] = ['one', 'several', 'order', 'match', 'number', 'predict'];
const option = (file: Record<string, unknown>, index: number) =>
  (file.options as Record<string, unknown>[])[index] ?? {};

function faultsOf(kind: Kind, spoil: Spoil = () => {}): string[] {
  const file: Record<string, unknown> = structuredClone({ ...fixture(`fixture-${kind}`).file });
  spoil(file);
  return checkQuestion(questionFile.parse(file), figures).map(({ at, message }) => `${at.join('.')}: ${message}`);
}

describe('a question', () => {
  it.each(KINDS)('of kind %s with no fault has none', (kind) => {
    expect(faultsOf(kind)).toEqual([]);
  });

  it.each<[string, Kind, Spoil, string]>([
    [
      'a key that is no option',
      'one',
      (file) => Object.assign(file, { key: { option: 'z' } }),
      'key: the key says "z"',
    ],
    [
      'a key that is no option',
      'several',
      (file) => Object.assign(file, { key: { options: ['a', 'z'] } }),
      '"z", which is not',
    ],
    [
      'nothing wrong to choose',
      'several',
      (file) => Object.assign(file, { key: { options: ['a', 'b', 'c', 'd'] } }),
      'must be wrong',
    ],
    [
      'an option twice in the key',
      'several',
      (file) => Object.assign(file, { key: { options: ['a', 'a'] } }),
      'twice in the key',
    ],
    [
      'two options of one id',
      'one',
      (file) => Object.assign(option(file, 2), { id: 'a' }),
      'options.2.id: "a" stands twice',
    ],
    [
      'a wrong option that stands for nothing',
      'one',
      (file) => Object.assign(option(file, 0), { misconception: null }),
      'options.0.misconception: "a" is wrong',
    ],
    [
      'a right option that stands for a belief',
      'one',
      (file) => Object.assign(option(file, 1), { misconception: 9 }),
      'options.1.misconception: "b" is right',
    ],
    [
      'an answer of the engine that is no option',
      'predict',
      (file) => Object.assign(option(file, 1), { id: 'CLOSING' }),
      'key: the engine answers "FIN_WAIT_2"',
    ],
    [
      'a picture that shows the answer',
      'predict',
      (file) => Object.assign(file, { figure: { scenario: 'closing', atMs: 150 } }),
      'figure.atMs: at 150 ms the picture already shows',
    ],
    [
      'a picture beside a written key',
      'one',
      (file) => Object.assign(file, { figure: { scenario: 'closing', atMs: 90 } }),
      'figure: a question with a picture has a computed key',
    ],
    [
      'a picture beyond the run',
      'predict',
      (file) => Object.assign(file, { figure: { scenario: 'closing', atMs: 60_000 } }),
      'is over at 19000 ms',
    ],
    [
      'a picture of nothing',
      'predict',
      (file) => Object.assign(file, { figure: { scenario: 'nothing', atMs: 1 } }),
      'figure.scenario: there is no scenario "nothing"',
    ],
    [
      'a number that is shown already',
      'number',
      (file) => Object.assign(file, { figure: { scenario: 'closing', atMs: 19_000 } }),
      'already shows',
    ],
    [
      'a number that is none',
      'number',
      (file) =>
        Object.assign(file, {
          key: { computed: { scenario: 'closing', measure: { measure: 'received', socket: 'c1' } }, tolerance: 1 },
        }),
      'not a number',
    ],
    [
      'a key of no scenario',
      'number',
      (file) =>
        Object.assign(file, {
          key: { computed: { scenario: 'nothing', measure: { measure: 'received', socket: 'c1' } }, tolerance: 1 },
        }),
      'key: there is no scenario "nothing"',
    ],
    [
      'a mistake that is right',
      'number',
      (file) => Object.assign(file, { key: { value: 2.1, tolerance: 0.05 } }),
      'mistakes.0: 2 ± 0.1 meets the right answer 2.1 ± 0.05',
    ],
    [
      'an item left out of the key',
      'order',
      (file) => Object.assign(file, { key: { items: ['a', 'b', 'c'] } }),
      'key.items',
    ],
    [
      'items shown in order',
      'order',
      (file) => Object.assign(file, { key: { items: ['c', 'a', 'd', 'b'] }, mistakes: [] }),
      'shown in the right order',
    ],
    [
      'a mistake that is the right order',
      'order',
      (file) => Object.assign((file.mistakes as object[])[0] ?? {}, { earlier: 'c', later: 'd' }),
      '"c" before "d" is no mistake',
    ],
    [
      'a mistake about nothing',
      'order',
      (file) => Object.assign((file.mistakes as object[])[0] ?? {}, { earlier: 'z' }),
      'there is no item "z"',
    ],
    [
      'an item without a partner',
      'match',
      (file) =>
        Object.assign(file, {
          key: {
            pairs: [
              ['l1', 'r1'],
              ['l2', 'r2'],
              ['l2', 'r3'],
            ],
          },
        }),
      'exactly one partner',
    ],
    [
      'a partner that is not there',
      'match',
      (file) =>
        Object.assign(file, {
          key: {
            pairs: [
              ['l1', 'r1'],
              ['l2', 'r2'],
              ['l3', 'r9'],
            ],
          },
        }),
      'nothing "r9" on the right',
    ],
    [
      'a mistake that is right',
      'match',
      (file) => Object.assign((file.mistakes as object[])[0] ?? {}, { pair: ['l1', 'r1'] }),
      'so it is no mistake',
    ],
    [
      'a mistake about nothing',
      'match',
      (file) => Object.assign((file.mistakes as object[])[0] ?? {}, { pair: ['l9', 'r1'] }),
      'there is no pair',
    ],
    [
      'a belief whose run comes out otherwise',
      'predict',
      (file) =>
        Object.assign((file.options as object[])[2] ?? {}, { belief: { says: { en: 'x', zh: 'x' }, settings: {} } }),
      'the engine answers "FIN_WAIT_2", not "TIME_WAIT"',
    ],
    [
      'a belief in what happens',
      'predict',
      (file) => Object.assign((file.options as object[])[1] ?? {}, { belief: { says: { en: 'x', zh: 'x' } } }),
      '"FIN_WAIT_2" is right',
    ],
    [
      'a belief in a scenario that is not there',
      'predict',
      (file) =>
        Object.assign((file.options as object[])[2] ?? {}, {
          belief: { says: { en: 'x', zh: 'x' }, scenario: 'nowhere' },
        }),
      'there is no scenario "nowhere"',
    ],
  ])('with %s (%s) is refused, with its place', (_, kind, spoil, expected) => {
    const faults = faultsOf(kind, spoil);
    expect(faults.join('\n')).toContain(expected);
  });
});
