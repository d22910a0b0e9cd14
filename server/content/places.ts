import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadBook } from './book';
import { figureNames } from './figures';

/** What of a chapter can be remembered, by the ids in its tags. Both languages have the same ones. */
export interface ChapterPlaces {
  readonly chapter: string;
  readonly sections: readonly string[];
  readonly scenarios: readonly string[];
  /** Questions that its figures stop to ask. */
  readonly predictions: readonly string[];
}

export interface Places {
  /** In reading order. */
  readonly chapters: readonly ChapterPlaces[];
  /** Every simulator of the book, also those that stand in no chapter. */
  readonly scenarios: ReadonlySet<string>;
}

let known: Promise<Places> | undefined;

/**
 * The places of the book. Chapters are not compiled for this, only searched for their tags: an app server that records a
 * section must not wait for a compiler.
 */
export function loadPlaces(): Promise<Places> {
  if (process.env.NODE_ENV === 'development') return readPlaces();
  known ??= readPlaces().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readPlaces(): Promise<Places> {
  const [{ chapters }, scenarios] = await Promise.all([loadBook(), figureNames()]);
  return { chapters: await Promise.all(chapters.map(readChapterPlaces)), scenarios };
}

async function readChapterPlaces(chapter: string): Promise<ChapterPlaces> {
  const file = path.join(process.cwd(), 'content', 'en', 'chapters', `${chapter}.mdx`);
  const source = await readFile(file, 'utf8');
  return {
    chapter,
    sections: attributesIn(source, 'Section', 'id'),
    scenarios: attributesIn(source, 'Simulator', 'scenario'),
    predictions: attributesIn(source, 'Simulator', 'predict'),
  };
}

/** Values of one attribute of a tag, in the order of the text, each once. */
function attributesIn(source: string, tag: string, attribute: string): string[] {
  const tags = source.match(new RegExp(`<${tag}\\s[^>]*>`, 'g')) ?? [];
  const values = tags.flatMap((each) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(each)?.[1] ?? []);
  return [...new Set(values)];
}
