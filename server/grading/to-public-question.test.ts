import { describe, expect, it } from 'vitest';
import { fixture } from '@/server/testing/fixture-bank';
import { type QuestionFile, questionFile } from './question-file';
import { toPublicQuestion } from './to-public-question';

const KINDS = ['one', 'several', 'order', 'match', 'number', 'predict'] as const;

const OTHER_KEYS: Readonly<Record<QuestionFile['kind'], unknown>> = {
  one: { option: 'a' },
  several: { options: ['b'] },
  order: { items: ['d', 'c', 'b', 'a'] },
  match: {
    pairs: [
      ['l1', 'r3'],
      ['l2', 'r1'],
      ['l3', 'r2'],
    ],
  },
  number: { value: 17, tolerance: 3 },
  predict: { computed: { scenario: 'other', measure: { measure: 'resetsSent', host: 'server' } } },
};

/** The same question with another key, and with other words wherever they tell of it. */
function alter(file: QuestionFile): QuestionFile {
  const text = JSON.stringify({ ...file, otherwise: undefined, mistakes: undefined })
    .replace(/Feedback on|Explanation of/g, 'Something else about')
    .replace(/"misconception":(\d+|null)/g, '"misconception":34');
  const mistakes = 'mistakes' in file ? { mistakes: file.kind === 'number' ? file.mistakes.slice(0, 1) : [] } : {};
  const otherwise = 'otherwise' in file ? { otherwise: { en: 'No', zh: '不' } } : {};
  return questionFile.parse({ ...JSON.parse(text), ...mistakes, ...otherwise, key: OTHER_KEYS[file.kind] });
}

describe('the half of a question that is sent before the answer', () => {
  it.each(KINDS)('%s: holds nothing of the other half', (kind) => {
    const { file } = fixture(`fixture-${kind}`);
    const sent = toPublicQuestion(file, 'en');
    expect(JSON.stringify(sent)).not.toMatch(
      /feedback|explanation|misconception|mistake|otherwise|"key"|tolerance|computed/i,
    );
    expect(sent).toMatchObject({ id: file.id, kind, revision: 2, prompt: `Prompt of fixture-${kind}` });
  });

  it.each(KINDS)('%s: is the same, byte for byte, whatever the other half is', (kind) => {
    const { file } = fixture(`fixture-${kind}`);
    const altered = alter(file);
    expect(altered).not.toEqual(file);
    for (const locale of ['en', 'zh'] as const) {
      expect(JSON.stringify(toPublicQuestion(altered, locale))).toBe(JSON.stringify(toPublicQuestion(file, locale)));
    }
  });

  it('keeps the order of the file and says it in the language asked for', () => {
    expect(toPublicQuestion(fixture('fixture-order').file, 'zh')).toMatchObject({
      items: ['c', 'a', 'd', 'b'].map((id) => ({ id, text: `Item ${id}（中）` })),
    });
  });
});
