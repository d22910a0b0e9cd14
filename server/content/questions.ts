import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Locale } from '@/model/attempt';
import type { PublicOpenQuestion } from '@/model/open-question';
import { DEPTHS, type PublicQuestion, TOPICS } from '@/model/question';
import { type ProvenQuestion, prove } from '@/server/grading/answer-key';
import { checkQuestion } from '@/server/grading/check-question';
import { toPublicOpenQuestion } from '@/server/grading/open-question';
import { type QuestionFile, questionFile, questionPath } from '@/server/grading/question-file';
import { toPublicQuestion } from '@/server/grading/to-public-question';
import { loadFigures } from './figures';
import { openBank } from './open-questions';
import { loadPlaces } from './places';

/** Every question of the book by its id, each with its key, proved. */
export type QuestionBank = ReadonlyMap<string, ProvenQuestion>;

let known: Promise<QuestionBank> | undefined;

/** Throws an Error that lists every fault with its file and place. In development it is read anew each time. */
export function questionBank(): Promise<QuestionBank> {
  if (process.env.NODE_ENV === 'development') return loadQuestionBank();
  known ??= loadQuestionBank().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

/** The halves of a chapter's questions that may be sent, in the order of its sections; the interview's are not among them. */
export async function publicQuestions(locale: Locale, chapter: string): Promise<PublicQuestion[]> {
  const [bank, { chapters }] = await Promise.all([questionBank(), loadPlaces()]);
  const sections = chapters.find((each) => each.chapter === chapter)?.sections ?? [];
  const ofChapter = [...bank.values()]
    .map(({ file }) => file)
    .filter((file) => file.chapter === chapter && file.asked === 'chapter');
  return ofChapter
    .sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section) || (a.id < b.id ? -1 : 1))
    .map((file) => toPublicQuestion(file, locale));
}

/** The halves that may be sent of the whole bank: chapters', the interview's and open ones, by topic and depth. */
export async function interviewQuestions(locale: Locale): Promise<(PublicQuestion | PublicOpenQuestion)[]> {
  const [graded, open] = await Promise.all([questionBank(), openBank()]);
  const all = [
    ...[...graded.values()].map(({ file }) => toPublicQuestion(file, locale)),
    ...[...open.values()].map((file) => toPublicOpenQuestion(file, locale)),
  ];
  return all.sort(
    (a, b) =>
      TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) ||
      DEPTHS.indexOf(a.depth) - DEPTHS.indexOf(b.depth) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The questions that stand at the end of a chapter: all but those that its figures ask on the way. */
export async function quizQuestions(locale: Locale, chapter: string): Promise<PublicQuestion[]> {
  const [questions, { chapters }] = await Promise.all([publicQuestions(locale, chapter), loadPlaces()]);
  const asked = chapters.find((each) => each.chapter === chapter)?.predictions ?? [];
  return questions.filter(({ id }) => !asked.includes(id));
}

/** What a figure of a chapter stops to ask. Throws when the chapter has no such prediction. */
export async function predictionOf(
  locale: Locale,
  chapter: string,
  id: string,
): Promise<Extract<PublicQuestion, { kind: 'predict' }>> {
  const found = (await publicQuestions(locale, chapter)).find((question) => question.id === id);
  if (found?.kind !== 'predict') throw new Error(`chapter "${chapter}" has no prediction "${id}"`);
  return found;
}

export async function loadQuestionBank(): Promise<QuestionBank> {
  const [files, figures] = await Promise.all([readQuestionFiles(), loadFigures()]);
  const faults: string[] = [];
  const bank = new Map<string, ProvenQuestion>();
  for (const { name, source } of files) {
    const parsed = questionFile.safeParse(parseJson(name, source));
    if (!parsed.success) {
      faults.push(`${name}: ${z.prettifyError(parsed.error)}`);
      continue;
    }
    const found = [...checkName(name, parsed.data), ...checkQuestion(parsed.data, figures)];
    faults.push(...found.map(({ at, message }) => `${name}: ${at.join('.')}: ${message}`));
    if (found.length === 0) bank.set(parsed.data.id, prove(parsed.data, figures));
  }
  if (faults.length > 0) throw new Error(`The question bank has faults:\n${faults.join('\n')}`);
  return bank;
}

/** As the file's name holds chapter and id, no two questions can have the same. */
function checkName(name: string, file: QuestionFile) {
  const expected = questionPath(file);
  return name === expected ? [] : [{ at: ['id'], message: `a question of this chapter and id stands in ${expected}` }];
}

async function readQuestionFiles(): Promise<{ name: string; source: string }[]> {
  const folder = path.join('content', 'questions');
  const entries = await readdir(path.join(process.cwd(), folder), { recursive: true });
  const names = entries.filter((entry) => entry.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (entry) => ({
      name: [folder, entry].join('/').split(path.sep).join('/'),
      source: await readFile(path.join(process.cwd(), folder, entry), 'utf8'),
    })),
  );
}

function parseJson(name: string, source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
