/**
 * npm run check:leaks: no answer is in anything that is sent before it is given. The book is built twice, the second
 * time with another key, feedback, explanation and misconceptions in every question; all that the two builds send
 * must be the same, byte for byte. Then a leak is planted, and must be found.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BookServer, makeTemplate } from '@/e2e/fixtures/book-server';
import { loadFigure } from '@/server/content/figures';
import { loadQuestionBank } from '@/server/content/questions';
import type { QuestionFile } from '@/server/grading/question-file';
import { alterQuestion, MARK } from './leak-check/alter-question';
import { copyBook } from './leak-check/copy-book';
import { repliesBeforeAnswer } from './leak-check/replies';
import { differences, filesSent } from './leak-check/what-is-sent';

const ROOT = process.cwd();
const COPY = path.join(ROOT, '.next-altered');
const results: { name: string; faults: readonly string[] }[] = [];

try {
  buildBook(ROOT, process.execPath, ['scripts/build.mjs']);
  const buildId = readFileSync(path.join(ROOT, '.next/BUILD_ID'), 'utf8');
  const questions = await alterCopy();
  rebuildCopy(buildId);
  const sent = filesSent(path.join(ROOT, '.next'));
  report(`${sent.size} files of two builds are the same`, differences(sent, filesSent(path.join(COPY, '.next'))));

  const replies = await compareReplies(questions);
  report(`${replies.count} replies before an answer are the same`, replies.faults);

  plantLeak();
  rebuildCopy(buildId);
  const found = differences(sent, filesSent(path.join(COPY, '.next')));
  const pages = found.filter((name) => /chapters\/.*\.(html|rsc)$/.test(name));
  report(`a planted leak is found (in ${pages.length} pages)`, pages.length > 0 ? [] : ['it was not found']);
} catch (error) {
  report('the check ran to its end', [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
} finally {
  rmSync(COPY, { recursive: true, force: true });
}

const failed = results.filter(({ faults }) => faults.length > 0).length;
if (process.env.TEST_REPORT) {
  writeFileSync(process.env.TEST_REPORT, JSON.stringify({ passed: results.length - failed, failed, skipped: 0 }));
}
process.exitCode = failed === 0 ? 0 : 1;

function report(name: string, faults: readonly string[]): void {
  results.push({ name, faults });
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  for (const fault of faults.slice(0, 40)) console.log(`       ${fault}`);
}

/** The copy asks the same questions and wants other answers. Returns the questions. */
async function alterCopy(): Promise<QuestionFile[]> {
  copyBook(ROOT, COPY);
  const bank = await loadQuestionBank();
  const names = new Set([...bank.values()].flatMap(({ file }) => scenariosOf(file)));
  const figures = new Map(await Promise.all([...names].map(async (name) => [name, await loadFigure(name)] as const)));
  for (const { file } of bank.values()) {
    const altered = alterQuestion(file, (name) => figures.get(name));
    const place = path.join(COPY, 'content/questions', file.chapter, `${file.id}.json`);
    writeFileSync(place, JSON.stringify(altered, null, 2));
  }
  console.log(`${bank.size} questions have another answer`);
  return [...bank.values()].map(({ file }) => file);
}

function scenariosOf(question: QuestionFile): string[] {
  const drawn = question.figure ? [question.figure.scenario] : [];
  return 'computed' in question.key ? [...drawn, question.key.computed.scenario] : drawn;
}

function rebuildCopy(buildId: string): void {
  rmSync(path.join(COPY, '.next'), { recursive: true, force: true });
  buildBook(COPY, process.execPath, ['node_modules/next/dist/bin/next', 'build'], buildId);
}

function buildBook(folder: string, command: string, args: readonly string[], buildId = ''): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', BUILD_ID: buildId, NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(`${folder} could not be built:\n${stdout}${stderr}`);
}

async function compareReplies(questions: readonly QuestionFile[]): Promise<{ count: number; faults: string[] }> {
  const chapters = [...new Set(questions.map(({ chapter }) => chapter))];
  const pages = ['en', 'zh'].flatMap((locale) => [
    ...['', '/glossary', '/me'].map((page) => `/${locale}${page}`),
    ...chapters.map((chapter) => `/${locale}/chapters/${chapter}`),
  ]);
  makeTemplate();
  const [one, other] = await Promise.all([BookServer.start(), BookServer.start({ root: COPY })]);
  try {
    const [said, saidToo] = await Promise.all([
      repliesBeforeAnswer(one.url, pages, questions),
      repliesBeforeAnswer(other.url, pages, questions),
    ]);
    return { count: said.size, faults: differences(said, saidToo) };
  } finally {
    await Promise.all([one.stop(), other.stop()]);
  }
}

/** A leak that shows nothing as long as nothing is altered: so the unaltered build need not be made again. */
function plantLeak(): void {
  const file = path.join(COPY, 'server/grading/to-public-question.ts');
  const source = readFileSync(file, 'utf8');
  const planted = source.replace(
    'const prompt = file.prompt[locale];',
    `const prompt = file.prompt[locale] + (file.explanation[locale].startsWith('${MARK}') ? ' ' : '');`,
  );
  if (planted === source) throw new Error(`${file} is not as expected: the leak could not be planted`);
  writeFileSync(file, planted);
}
