import type { Figure } from '@/model/figure';
import type { QuestionKind } from '@/model/question';
import { checkQuestion } from '@/server/grading/check-question';
import { type QuestionFile, questionFile, questionPath } from '@/server/grading/question-file';
import type { Book } from '../book';
import type { JsonFile } from '../json-file';
import { error, type Problem } from '../problem';
import { checkAbout, type Topics, topicsOf } from './topics';

/** A question file that has the right shape. */
interface Question {
  readonly file: JsonFile;
  readonly question: QuestionFile;
}

/** The bank: every file by itself, then what holds of each chapter, then of the whole book. */
export function checkQuestions(book: Book, figures: ReadonlyMap<string, Figure>): Problem[] {
  const problems: Problem[] = [];
  const bank: Question[] = [];
  const topics: Topics = topicsOf(book);
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
    ...bank.flatMap((each) => checkPlace(each)),
    ...bank.flatMap(({ file, question }) => checkAbout(book, topics, file, question)),
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

/** The question stands where it says. */
function checkPlace({ file, question }: Question): Problem[] {
  const problems: Problem[] = [];
  const say = (at: (string | number)[], message: string) =>
    problems.push(error('question', file.file, file.lineOf(at), message));
  const expected = questionPath(question);
  if (file.file !== expected) say(['id'], `a question of this chapter and id stands in ${expected}`);
  return problems;
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
  return problems;
}

function kindsIn(bank: readonly Question[]): Set<QuestionKind> {
  return new Set(bank.map(({ question }) => question.kind));
}
