import path from 'node:path';
import type { Figure } from '@/model/figure';
import type { QuestionKind } from '@/model/question';
import { checkQuestion } from '@/server/grading/check-question';
import { type QuestionFile, questionFile, questionPath } from '@/server/grading/question-file';
import type { Book } from '../book';
import type { JsonFile } from '../json-file';
import { error, type Problem, warning } from '../problem';

/** A question file that has the right shape. */
interface Question {
  readonly file: JsonFile;
  readonly question: QuestionFile;
}

/** The bank: every file by itself, then what holds of each chapter, then of the whole book. */
export function checkQuestions(book: Book, figures: ReadonlyMap<string, Figure>): Problem[] {
  const problems: Problem[] = [];
  const bank: Question[] = [];
  for (const file of book.questions.values()) {
    const parsed = questionFile.safeParse(file.value);
    if (parsed.success) bank.push({ file, question: parsed.data });
    else {
      for (const issue of parsed.error.issues) {
        const at = issue.path as (string | number)[];
        problems.push(error('question', file.file, file.lineOf(at), `${at.join('.') || 'question'}: ${issue.message}`));
      }
    }
  }
  return [
    ...problems,
    ...bank.flatMap((each) => checkPlace(book, each)),
    ...bank.flatMap((each) => checkMisconceptions(book, each)),
    ...bank.flatMap((each) => checkKey(each, figures)),
    ...checkIds(bank),
    ...book.order.flatMap((slug) =>
      checkChapterBank(
        slug,
        bank.filter(({ question }) => question.chapter === slug && question.asked === 'chapter'),
      ),
    ),
    ...checkWholeBank(bank),
  ];
}

/** What the server would refuse when it loads the bank: a key that the engine does not prove, ids that are not there. */
function checkKey({ file, question }: Question, figures: ReadonlyMap<string, Figure>): Problem[] {
  return checkQuestion(question, (name) => figures.get(name)).map(({ at, message }) =>
    error('key', file.file, file.lineOf(at), `${at.join('.')}: ${message}`),
  );
}

/** The question is where it says, and what it points to is there. */
function checkPlace(book: Book, { file, question }: Question): Problem[] {
  const problems: Problem[] = [];
  const say = (at: (string | number)[], message: string) =>
    problems.push(error('question', file.file, file.lineOf(at), message));
  const expected = questionPath(question);
  if (file.file !== expected) say(['id'], `a question of this chapter and id stands in ${expected}`);
  const chapter = book.chapters.en.get(question.chapter);
  if (!book.order.includes(question.chapter)) say(['chapter'], `there is no chapter "${question.chapter}"`);
  else if (chapter && !sectionsOf(chapter).has(question.section)) {
    say(['section'], `chapter "${question.chapter}" has no section "${question.section}"`);
  }
  return problems;
}

function sectionsOf(chapter: { tags: readonly { name: string; attributes: Readonly<Record<string, string>> }[] }) {
  return new Set(chapter.tags.filter((tag) => tag.name === 'Section').map((tag) => tag.attributes.id));
}

/** Every number that an option or a mistake names is one of the list. */
function checkMisconceptions(book: Book, { file, question }: Question): Problem[] {
  if (!book.misconceptions) return [];
  const known = new Set((book.misconceptions.value as { id?: unknown }[]).map(({ id }) => id));
  const named: { at: (string | number)[]; misconception: number | null }[] =
    'options' in question
      ? question.options.map(({ misconception }, index) => ({ at: ['options', index], misconception }))
      : question.mistakes.map(({ misconception }, index) => ({ at: ['mistakes', index], misconception }));
  return named
    .filter(({ misconception }) => misconception !== null && !known.has(misconception))
    .map(({ at, misconception }) =>
      error('question', file.file, file.lineOf(at), `content/misconceptions.json has no number ${misconception}`),
    );
}

function checkIds(bank: readonly Question[]): Problem[] {
  const first = new Map<string, string>();
  return bank.flatMap(({ file, question }) => {
    const other = first.get(question.id);
    if (other === undefined) first.set(question.id, file.file);
    return other === undefined
      ? []
      : [error('question', file.file, file.lineOf(['id']), `${other} has the same id "${question.id}"`)];
  });
}

const LEAST_QUESTIONS = 8;
const LEAST_KINDS_IN_CHAPTER = 3;
const LEAST_KINDS = 5;
const LEAST_SHARE_APPLY = 0.7;
const MOST_SHARE_LONGEST = 0.4;

function checkChapterBank(slug: string, bank: readonly Question[]): Problem[] {
  const folder = `content/questions/${slug}`;
  const kinds = kindsIn(bank);
  const problems: Problem[] = [];
  if (bank.length < LEAST_QUESTIONS) {
    problems.push(
      error('bank', folder, null, `${bank.length} questions, and a chapter has at least ${LEAST_QUESTIONS}`),
    );
  }
  if (kinds.size < LEAST_KINDS_IN_CHAPTER) {
    const found = [...kinds].join(', ') || 'none';
    problems.push(
      error('bank', folder, null, `a chapter has at least ${LEAST_KINDS_IN_CHAPTER} kinds of question; found ${found}`),
    );
  }
  return problems;
}

function checkWholeBank(bank: readonly Question[]): Problem[] {
  const folder = 'content/questions';
  const problems: Problem[] = [];
  const kinds = kindsIn(bank);
  if (kinds.size < LEAST_KINDS) {
    const found = [...kinds].join(', ') || 'none';
    problems.push(
      error('bank', folder, null, `the book has at least ${LEAST_KINDS} kinds of question; found ${found}`),
    );
  }
  if (bank.length === 0) return problems;
  const apply = bank.filter(({ question }) => question.asks === 'apply').length / bank.length;
  if (apply < LEAST_SHARE_APPLY) {
    const percent = Math.round(apply * 100);
    problems.push(error('bank', folder, null, `${percent} % of the questions ask to apply, at least 70 % must`));
  }
  const choices = bank.filter(({ question }) => question.kind === 'one');
  const telling = choices.filter(({ question }) => keyIsLongest(question));
  if (telling.length > choices.length * MOST_SHARE_LONGEST) {
    const names = telling.map(({ file }) => path.basename(file.file, '.json')).join(', ');
    const message = `in ${telling.length} of ${choices.length} choices the right option is the longest: ${names}`;
    problems.push(warning('longest-key', folder, null, message));
  }
  return problems;
}

function kindsIn(bank: readonly Question[]): Set<QuestionKind> {
  return new Set(bank.map(({ question }) => question.kind));
}

/** In either language: a reader who knows nothing could choose by length. */
function keyIsLongest(question: QuestionFile): boolean {
  if (question.kind !== 'one') return false;
  const { option } = question.key;
  return (['en', 'zh'] as const).some((locale) => {
    const right = question.options.find(({ id }) => id === option)?.text[locale].length ?? 0;
    return question.options.every(({ id, text }) => id === option || text[locale].length < right);
  });
}
