import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { solutionOf } from '@/server/grading/answer-key';
import { grade } from '@/server/grading/grade';
import { temporaryFolder } from '@/server/testing/prepare-database';
import { loadPlaces } from './places';
import { loadQuestionBank, publicQuestions } from './questions';

describe('the questions of the book', () => {
  it('have keys that the engine proves, and their solutions are graded as right', async () => {
    const bank = await loadQuestionBank();
    expect(bank.size).toBeGreaterThanOrEqual(32);
    for (const [id, question] of bank) {
      const { correct, feedback } = grade(question, solutionOf(question.key), 'zh');
      expect([id, correct]).toEqual([id, true]);
      expect([id, feedback.every(({ right, chosen }) => right === chosen)]).toEqual([id, true]);
    }
  });

  it('stand in sections that their chapters have, and are sent in that order', async () => {
    const { chapters } = await loadPlaces();
    for (const { chapter, sections } of chapters) {
      const [inEnglish, inChinese] = [await publicQuestions('en', chapter), await publicQuestions('zh', chapter)];
      expect(inEnglish.length).toBeGreaterThanOrEqual(8);
      expect(inChinese.map(({ id }) => id)).toEqual(inEnglish.map(({ id }) => id));
      const places = inEnglish.map(({ section }) => sections.indexOf(section));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('send nothing before the answer that is only said after it', async () => {
    const bank = await loadQuestionBank();
    const { chapters } = await loadPlaces();
    for (const locale of ['en', 'zh'] as const) {
      for (const { chapter } of chapters) {
        const sent = JSON.stringify(await publicQuestions(locale, chapter));
        for (const { file } of bank.values()) expect(sent).not.toContain(JSON.stringify(file.explanation[locale]));
        expect(sent).not.toMatch(/"(feedback|explanation|misconception|mistakes|otherwise|key|tolerance)":/);
      }
    }
  });
});

describe('a fault in a question', () => {
  const folder = temporaryFolder();
  afterEach(() => {
    vi.restoreAllMocks();
    folder.remove();
  });

  it('is told with its file and place, all faults at once', async () => {
    cpSync('content', path.join(folder.path, 'content'), { recursive: true });
    const [first, second] = [...(await loadQuestionBank()).values()].filter(({ file }) => file.kind === 'one');
    const spoil = (id: string, from: RegExp, to: string) => {
      const name = `content/questions/${first?.file.chapter}/${id}.json`;
      const file = path.join(folder.path, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
      return name;
    };
    const names = [
      spoil(first?.file.id ?? '', /"misconception":\s*null/, '"misconception": 1'),
      spoil(second?.file.id ?? '', /"revision":\s*\d+/, '"revision": "new"'),
    ];
    vi.spyOn(process, 'cwd').mockReturnValue(folder.path);
    const told = await loadQuestionBank().catch((error: Error) => error.message);
    expect(told).toMatch(new RegExp(`${names[0]}: options\\.\\d\\.misconception: ".*" is right`));
    expect(told).toMatch(new RegExp(`${names[1]}: .*revision`, 's'));
  });
});
