import type { Progress } from '@/model/attempt';

/** A chapter as the card knows it: where it is and what it holds, in reading order. */
export interface BookChapter {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** How many questions it asks. */
  readonly questions: number;
}

export type NextPlace =
  | { readonly kind: 'begin'; readonly chapter: BookChapter }
  | {
      readonly kind: 'go';
      readonly chapter: BookChapter;
      /** Null at the beginning of a chapter. */
      readonly section: { readonly id: string; readonly title: string } | null;
    }
  | { readonly kind: 'finished'; readonly chapter: BookChapter };

/**
 * Where a learner goes on: the first section not yet read after the newest activity, else the first not yet read of that
 * chapter, else of the chapters after it and then before it. Null only for a book without chapters.
 */
export function nextPlace(progress: Progress | null, book: readonly BookChapter[]): NextPlace | null {
  const [first] = book;
  if (!first) return null;
  const at = book.findIndex(({ slug }) => slug === progress?.last?.chapter);
  const current = book[at];
  if (!progress?.last || !current) return { kind: 'begin', chapter: first };

  const after = current.sections.findIndex(({ id }) => id === progress.last?.section) + 1;
  const fromHere = [...current.sections.slice(after), ...current.sections.slice(0, after)];
  const unread = fromHere.find(({ id }) => !isRead(progress, current.slug, id));
  if (unread) return { kind: 'go', chapter: current, section: unread };

  const others = [...book.slice(at + 1), ...book.slice(0, at)];
  for (const chapter of others) {
    const [opening] = chapter.sections;
    const section = chapter.sections.find(({ id }) => !isRead(progress, chapter.slug, id));
    if (section) return { kind: 'go', chapter, section: section === opening ? null : section };
  }
  return { kind: 'finished', chapter: current };
}

function isRead(progress: Progress, slug: string, section: string): boolean {
  return progress.chapters.some(({ chapter, sections }) => chapter === slug && sections.includes(section));
}
