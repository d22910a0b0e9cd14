import type { Figure } from '@/model/figure';
import { checkOpenFile } from '@/server/grading/check-open-file';
import { type OpenFile, openFile } from '@/server/grading/open-file';
import type { Book } from '../book';
import type { JsonFile } from '../json-file';
import { error, type Problem } from '../problem';
import { checkAbout, topicsOf } from './topics';

/** Every open question has a model answer, a rubric, what follows, a simulator and a place to read; all ids are there. */
export function checkOpenQuestions(book: Book, figures: ReadonlyMap<string, Figure>): Problem[] {
  const topics = topicsOf(book);
  const problems: Problem[] = [];
  const bank: { file: JsonFile; question: OpenFile }[] = [];
  for (const file of book.openQuestions.values()) {
    const parsed = openFile.safeParse(file.value);
    if (parsed.success) bank.push({ file, question: parsed.data });
    else {
      for (const issue of parsed.error.issues) {
        const at = issue.path as (string | number)[];
        problems.push(error('open', file.file, file.lineOf(at), `${at.join('.') || 'question'}: ${issue.message}`));
      }
    }
  }
  const known = new Set<string>(bank.map(({ question }) => question.id));
  const graded = new Map([...book.questions.values()].map(({ file, value }) => [(value as { id?: unknown }).id, file]));
  for (const { file, question } of bank) {
    const say = (at: readonly (string | number)[], message: string) =>
      problems.push(error('open', file.file, file.lineOf([...at]), message));
    const expected = `content/open-questions/${question.id}.json`;
    if (file.file !== expected) say(['id'], `an open question of this id stands in ${expected}`);
    const other = graded.get(question.id);
    if (other) say(['id'], `${other} has the same id "${question.id}"`);
    for (const { at, message } of checkOpenFile(question, (name) => figures.get(name), known)) {
      say(at, `${at.join('.')}: ${message}`);
    }
    problems.push(...checkAbout(book, topics, file, question));
  }
  return problems;
}
