import { getTranslations } from 'next-intl/server';
import type { ListedPart } from '@/components/shell/chapter-list';
import type { Locale } from '@/model/attempt';
import { loadBook } from '@/server/content/book';
import { loadChapter } from '@/server/content/chapter';

/** The parts of the book with their chapters, as rail and drawer list them on the page `path`. */
export async function contentsOf(locale: Locale, path: string): Promise<ListedPart[]> {
  const t = await getTranslations({ locale, namespace: 'shell.rail' });
  const { parts } = await loadBook();
  return Promise.all(
    parts.map(async ({ id, chapters }) => ({
      id,
      title: t(`part-${id}`),
      chapters: await Promise.all(
        chapters.map(async (slug) => {
          const { title } = await loadChapter(locale, slug);
          const below = `/chapters/${slug}`;
          return { slug, href: `/${locale}${below}`, title, current: path === below, tick: null };
        }),
      ),
    })),
  );
}
