import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Locale } from '@/model/attempt';
import { type ChapterFile, chapterPath, readChapter } from './chapter-file';
import { isProblem, type JsonFile, readJson } from './json-file';
import { error, type Problem } from './problem';

export const LOCALES = ['en', 'zh'] as const satisfies readonly Locale[];

/** Everything under content/, parsed; what could not be read is among the problems and absent here. */
export interface Book {
  readonly root: string;
  /** Slugs in reading order. */
  readonly order: readonly string[];
  readonly chapters: Readonly<Record<Locale, ReadonlyMap<string, ChapterFile>>>;
  /** By path from the root. */
  readonly questions: ReadonlyMap<string, JsonFile>;
  readonly openQuestions: ReadonlyMap<string, JsonFile>;
  readonly topics: JsonFile | null;
  readonly scenarios: ReadonlyMap<string, JsonFile>;
  readonly gallery: ReadonlyMap<string, JsonFile>;
  readonly words: Readonly<Record<Locale, ReadonlyMap<string, JsonFile>>>;
  readonly glossary: Readonly<Partial<Record<Locale, JsonFile>>>;
  readonly misconceptions: JsonFile | null;
  readonly kernelFunctions: JsonFile | null;
}

const bookFile = z.object({
  parts: z.array(z.object({ id: z.string(), chapters: z.array(z.string()) })),
  chapters: z.record(z.string(), z.object({ needs: z.array(z.string()) })),
});

export function readBook(root: string): { book: Book; problems: Problem[] } {
  const problems: Problem[] = [];
  const json = (file: string): JsonFile | null => {
    if (!existsSync(path.join(root, file))) {
      problems.push(error('missing-file', file, null, 'this file does not exist'));
      return null;
    }
    const read = readJson(root, file);
    if (!isProblem(read)) return read;
    problems.push(read);
    return null;
  };
  const jsonFolder = (folder: string): Map<string, JsonFile> => {
    const files = new Map<string, JsonFile>();
    for (const file of filesBelow(root, folder, '.json')) {
      const read = json(file);
      if (read) files.set(file, read);
    }
    return files;
  };

  const order = readOrder(json('content/book.json'), problems);
  const chapters = { en: readChapters(root, 'en', order, problems), zh: readChapters(root, 'zh', order, problems) };
  const glossary: Partial<Record<Locale, JsonFile>> = {};
  for (const locale of LOCALES) {
    const read = json(`content/${locale}/glossary.json`);
    if (read) glossary[locale] = read;
  }
  const book: Book = {
    root,
    order,
    chapters,
    questions: jsonFolder('content/questions'),
    openQuestions: jsonFolder('content/open-questions'),
    topics: json('content/topics.json'),
    scenarios: jsonFolder('content/scenarios'),
    gallery: jsonFolder('content/gallery'),
    words: { en: jsonFolder('content/en/words'), zh: jsonFolder('content/zh/words') },
    glossary,
    misconceptions: json('content/misconceptions.json'),
    kernelFunctions: json('content/kernel-functions.json'),
  };
  return { book, problems };
}

/** Reading order, and what is inconsistent in book.json itself. */
function readOrder(file: JsonFile | null, problems: Problem[]): string[] {
  if (!file) return [];
  const parsed = bookFile.safeParse(file.value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.push(error('book', file.file, file.lineOf(issue.path as string[]), issue.message));
    }
    return [];
  }
  const { parts, chapters } = parsed.data;
  const order = parts.flatMap((part) => part.chapters);
  for (const slug of order) {
    if (!chapters[slug]) problems.push(error('book', file.file, null, `"${slug}" is in a part but not in "chapters"`));
  }
  for (const [slug, { needs }] of Object.entries(chapters)) {
    const line = file.lineOf(['chapters', slug]);
    const place = order.indexOf(slug);
    if (place < 0) problems.push(error('book', file.file, line, `"${slug}" is in no part`));
    for (const need of needs) {
      const before = order.indexOf(need);
      if (before < 0 || before >= place) {
        problems.push(error('book', file.file, line, `"${slug}" needs "${need}", which does not come before it`));
      }
    }
  }
  return order;
}

function readChapters(root: string, locale: Locale, order: readonly string[], problems: Problem[]) {
  const chapters = new Map<string, ChapterFile>();
  for (const slug of order) {
    const file = chapterPath(locale, slug);
    if (!existsSync(path.join(root, file))) {
      problems.push(error('missing-chapter', file, null, `chapter "${slug}" has no ${NAMES[locale]} text`));
      continue;
    }
    const read = readChapter(root, locale, slug);
    if ('severity' in read) problems.push(read);
    else chapters.set(slug, read);
  }
  for (const file of filesBelow(root, `content/${locale}/chapters`, '.mdx')) {
    if (!order.includes(path.basename(file, '.mdx'))) {
      problems.push(error('missing-chapter', file, null, 'this chapter is not in content/book.json'));
    }
  }
  return chapters;
}

export const NAMES: Readonly<Record<Locale, string>> = { en: 'English', zh: 'Chinese' };

/** Paths from the root of all files below a folder, sorted; none where there is no such folder. */
function filesBelow(root: string, folder: string, ending: string): string[] {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}
