import { describe, expect, it } from 'vitest';
import { publicQuestion, response } from '@/model/question';
import { type Draft, draftOf, emptyDraft, responseOf } from './draft';

const choices = (...ids: string[]) => ids.map((id) => ({ id, text: id }));
const base = {
  ...{ id: 'q', revision: 1, chapter: 'c', section: 's', prompt: 'p' },
  ...{ topic: 'closing', skill: 'states', depth: 'mid' },
};
const figure = { scenario: 'last-ack-lost', atMs: 0 };
const one = publicQuestion.parse({ ...base, kind: 'one', options: choices('a', 'b', 'c') });
const predict = publicQuestion.parse({ ...base, kind: 'predict', figure, options: choices('a', 'b', 'c') });
const several = publicQuestion.parse({ ...base, kind: 'several', options: choices('a', 'b', 'c') });
const order = publicQuestion.parse({ ...base, kind: 'order', items: choices('a', 'b', 'c') });
const match = publicQuestion.parse({
  ...base,
  kind: 'match',
  left: choices('a', 'b', 'c'),
  right: choices('1', '2', '3'),
});
const number = publicQuestion.parse({ ...base, kind: 'number', unit: 's' });

describe('a draft', () => {
  it('says what it lacks before anything is chosen', () => {
    const lacks = [one, predict, several, match, number].map((question) => responseOf(emptyDraft(question), question));
    expect(lacks).toEqual([
      { what: 'choice' },
      { what: 'choice' },
      { what: 'several' },
      { what: 'match', left: 3 },
      { what: 'number' },
    ]);
  });

  it('counts the pairs still to be made', () => {
    expect(responseOf({ kind: 'match', pairs: [['a', '1']], picked: null }, match)).toEqual({ what: 'match', left: 2 });
  });

  it('may be sent in the order in which it is shown', () => {
    expect(responseOf(emptyDraft(order), order)).toEqual({ kind: 'order', items: ['a', 'b', 'c'] });
  });

  it('becomes a response that the API takes, and the same form again', () => {
    const drafts: [Draft, typeof one][] = [
      [{ kind: 'one', option: 'b' }, one],
      [{ kind: 'predict', option: 'c' }, predict],
      [{ kind: 'several', options: ['a', 'c'] }, several],
      [{ kind: 'order', items: ['c', 'a', 'b'] }, order],
      [
        {
          kind: 'match',
          pairs: [
            ['a', '2'],
            ['b', '1'],
            ['c', '3'],
          ],
          picked: null,
        },
        match,
      ],
      [{ kind: 'number', text: '1.5' }, number],
    ];
    for (const [draft, question] of drafts) {
      const sent = response.parse(responseOf(draft, question));
      expect(draftOf(sent)).toEqual(draft);
    }
  });
});
