import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ChapterTick } from '@/components/learning/chapter-tick';
import type { ListedPart } from '@/components/shell/chapter-list';
import type { Locale } from '@/model/attempt';
import { loadBook } from '@/server/content/book';
import { loadChapter } from '@/server/content/chapter';
import { publicQuestions } from '@/server/content/questions';
import { namespaceOf } from './words';

/** The chapters in reading order, with what contents, rail and the "continue" card say of each. Once for each page. */
export const chaptersOf = cache(async (locale: Locale) => {
  const { chapters } = await loadBook();
  return Promise.all(
    chapters.map(async (slug, index) => {
      const [chapter, questions] = await Promise.all([loadChapter(locale, slug), publicQuestions(locale, slug)]);
      return { ...chapter, number: index + 1, href: `/${locale}/chapters/${slug}`, questions: questions.length };
    }),
  );
});

export type ListedBook = Awaited<ReturnType<typeof chaptersOf>>;

/** The parts of the book with their chapters, as rail and drawer list them on the page at `path`. */
export async function partsOf(locale: Locale, path: string): Promise<ListedPart[]> {
  const t = await getTranslations({ locale, namespace: 'shell.rail' });
  const [{ parts }, chapters, words] = await Promise.all([
    loadBook(),
    chaptersOf(locale),
    namespaceOf(locale, 'learning'),
  ]);
  return parts.map((part) => ({
    id: part.id,
    title: t(`part-${part.id}`),
    chapters: chapters
      .filter(({ slug }) => part.chapters.includes(slug))
      .map(({ slug, title, href, sections }) => ({
        slug,
        href,
        title,
        current: path === `/chapters/${slug}`,
        tick: <ChapterTick chapter={slug} total={sections.length} words={words} />,
      })),
  }));
}
