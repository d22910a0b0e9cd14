/**
 * npm run check:leaks: no answer is in anything that is sent before it is given. The book is built twice, the second
 * time with another key, feedback, explanation and misconceptions in every question; all that the two builds send
 * must be the same, byte for byte; and a figure that stops to ask tells nothing of what comes after. Then a leak is
 * planted, and must be found.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BookServer, makeTemplate } from '@/e2e/fixtures/book-server';
import { loadFigure } from '@/server/content/figures';
import { loadOpenBank } from '@/server/content/open-questions';
import { loadQuestionBank } from '@/server/content/questions';
import { type QuestionFile, questionPath } from '@/server/grading/question-file';
import { LOCALES, readBook } from './content-check/book';
import { alterOpenQuestion } from './leak-check/alter-open-question';
import { alterQuestion, MARK } from './leak-check/alter-question';
import { copyBook } from './leak-check/copy-book';
import { faultsOfHeld, type HeldFigure } from './leak-check/held-figures';
import { repliesBeforeAnswer } from './leak-check/replies';
import { differences, filesSent } from './leak-check/what-is-sent';

const ROOT = process.cwd();
const COPIES = path.join(ROOT, '.next-leaks');
const ONE = path.join(COPIES, 'one');
const OTHER = path.join(COPIES, 'other');
type FigureWords = Readonly<Record<string, { readonly description: string }>>;
/** How often the unaltered book is built anew when something differs; see `steady-files.cjs`. */
const REBUILDS = 2;
const results: { name: string; faults: readonly string[] }[] = [];

try {
  copyBook(ROOT, ONE);
  copyBook(ROOT, OTHER);
  const questions = await alterCopy();
  const sent = buildCopy(ONE);
  const sentToo = buildCopy(OTHER);
  let differing = differences(sent, sentToo);
  const steady = differing.length === 0;
  for (let again = 0; again < REBUILDS && differing.length > 0; again++) {
    // A file that is the same as in any build of the unaltered book holds no trace of the alteration.
    const rebuilt = buildCopy(ONE);
    differing = differing.filter((name) => rebuilt.get(name) !== sentToo.get(name));
  }
  report(`${sent.size} files of two builds are the same`, differing);

  const held = await heldFigures();
  const told = held.flatMap((figure) => faultsOfHeld(path.join(ONE, '.next'), figure));
  report(`${held.length} figures that stop to ask end there in the page`, held.length > 0 ? told : ['there is none']);

  const replies = await compareReplies(questions, steady ? pagesOf(questions) : []);
  report(`${replies.count} replies before an answer are the same`, replies.faults);

  plantLeak();
  const found = differences(sent, buildCopy(OTHER)).filter((name) => /chapters\/.*\.(html|rsc)$/.test(name));
  report(`a planted leak is found (in ${found.length} files)`, found.length > 0 ? [] : ['it was not found']);
} catch (error) {
  report('the check ran to its end', [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
} finally {
  rmSync(COPIES, { recursive: true, force: true });
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

/** The second copy asks the same questions and wants other answers. Returns the questions. */
async function alterCopy(): Promise<QuestionFile[]> {
  const bank = await loadQuestionBank();
  const names = new Set([...bank.values()].flatMap(({ file }) => scenariosOf(file)));
  const figures = new Map(await Promise.all([...names].map(async (name) => [name, await loadFigure(name)] as const)));
  for (const { file } of bank.values()) {
    const altered = alterQuestion(file, (name) => figures.get(name));
    writeFileSync(path.join(OTHER, questionPath(file)), JSON.stringify(altered, null, 2));
  }
  const open = await loadOpenBank();
  for (const file of open.values()) {
    const place = path.join(OTHER, `content/open-questions/${file.id}.json`);
    writeFileSync(place, JSON.stringify(alterOpenQuestion(file), null, 2));
  }
  console.log(`${bank.size + open.size} questions have another answer in the second copy`);
  return [...bank.values()].map(({ file }) => file);
}

function scenariosOf(question: QuestionFile): string[] {
  const drawn = question.figure ? [question.figure.scenario] : [];
  return 'computed' in question.key ? [...drawn, question.key.computed.scenario] : drawn;
}

/** Builds a copy anew and says what it would send. */
function buildCopy(folder: string): Map<string, string> {
  const dist = path.join(folder, '.next');
  rmSync(dist, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      BUILD_ID: 'the-same-for-both',
      NODE_OPTIONS: `--require ${path.join(ROOT, 'scripts/leak-check/steady-files.cjs')}`,
    },
  });
  if (status !== 0) throw new Error(`${folder} could not be built:\n${stdout}${stderr}`);
  return filesSent(dist);
}

/** Pages are files that were compared already; where their parts came in another order, they are not compared again. */
function pagesOf(questions: readonly QuestionFile[]): string[] {
  const chapters = [...new Set(questions.map(({ chapter }) => chapter))];
  return ['en', 'zh'].flatMap((locale) => [
    ...['', '/glossary', '/me'].map((page) => `/${locale}${page}`),
    ...chapters.map((chapter) => `/${locale}/chapters/${chapter}`),
  ]);
}

async function compareReplies(
  questions: readonly QuestionFile[],
  pages: readonly string[],
): Promise<{ count: number; faults: string[] }> {
  makeTemplate();
  const [one, other] = await Promise.all([BookServer.start({ root: ONE }), BookServer.start({ root: OTHER })]);
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

/** Every figure that stops to ask, in both languages. */
async function heldFigures(): Promise<HeldFigure[]> {
  const { order, chapters, words } = readBook(ROOT).book;
  const bank = await loadQuestionBank();
  const found: HeldFigure[] = [];
  for (const locale of LOCALES) {
    const said = words[locale].get(`content/${locale}/words/figures.json`)?.value as FigureWords;
    for (const chapter of order) {
      for (const { attributes } of chapters[locale].get(chapter)?.tags ?? []) {
        const { scenario = '', number = '', predict } = attributes;
        const figure = predict === undefined ? undefined : bank.get(predict)?.file.figure;
        if (!figure) continue;
        const { originMs } = (await loadFigure(scenario)).scenario;
        const { description } = said[scenario] ?? { description: '' };
        found.push({ locale, chapter, scenario, number, description, untilMs: originMs + figure.atMs });
      }
    }
  }
  return found;
}

/** A leak that shows nothing in a book that is not altered, so that the first build need not be made again. */
function plantLeak(): void {
  const file = path.join(OTHER, 'server/grading/to-public-question.ts');
  const source = readFileSync(file, 'utf8');
  const planted = source.replace(
    'const prompt = file.prompt[locale];',
    `const prompt = file.prompt[locale] + (file.explanation[locale].startsWith('${MARK}') ? ' ' : '');`,
  );
  if (planted === source) throw new Error(`${file} is not as expected: the leak could not be planted`);
  writeFileSync(file, planted);
}
