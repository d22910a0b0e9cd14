import { expect, it } from 'vitest';
import { loadFigures } from '@/server/content/figures';
import { loadOpenBank } from '@/server/content/open-questions';
import { loadQuestionBank } from '@/server/content/questions';
import { answerKey } from '@/server/grading/answer-key';
import { checkOpenFile } from '@/server/grading/check-open-file';
import { openKeyOf, toPublicOpenQuestion } from '@/server/grading/open-question';
import { toPublicQuestion } from '@/server/grading/to-public-question';
import { alterOpenQuestion } from './alter-open-question';
import { alterQuestion } from './alter-question';

// The check itself builds the book several times; what it needs of each question is seen here within a second.
it('every graded question can be given another key behind the same public half', async () => {
  const figures = await loadFigures();
  for (const { file, key } of (await loadQuestionBank()).values()) {
    const altered = alterQuestion(file, figures);
    expect([file.id, answerKey(altered, figures)]).not.toEqual([file.id, key]);
    for (const locale of ['en', 'zh'] as const) {
      expect(toPublicQuestion(altered, locale)).toEqual(toPublicQuestion(file, locale));
    }
  }
});

it('every open question can be given another answer behind the same public half', async () => {
  const [figures, bank] = [await loadFigures(), await loadOpenBank()];
  for (const file of bank.values()) {
    const altered = alterOpenQuestion(file);
    expect(checkOpenFile(altered, figures, new Set(bank.keys()))).toEqual([]);
    expect(openKeyOf(altered, bank, 'en')).not.toEqual(openKeyOf(file, bank, 'en'));
    expect(toPublicOpenQuestion(altered, 'zh')).toEqual(toPublicOpenQuestion(file, 'zh'));
  }
});
