import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/model/attempt';
import { loadBook } from '@/server/content/book';
import { loadChapter } from '@/server/content/chapter';

/** The chapter that follows, large; the one before, small. */
export async function Neighbours({ locale, slug }: { locale: Locale; slug: string }) {
  const t = await getTranslations({ locale, namespace: 'shell.chapter' });
  const { chapters } = await loadBook();
  const here = chapters.indexOf(slug);
  const [previous, next] = await Promise.all([chapterAt(here - 1), chapterAt(here + 1)]);

  async function chapterAt(index: number) {
    const neighbour = chapters[index];
    if (neighbour === undefined) return null;
    const { title, description } = await loadChapter(locale, neighbour);
    return { href: `/${locale}/chapters/${neighbour}`, number: index + 1, title, description };
  }

  return (
    <nav className="neighbours" aria-label={t('around')}>
      {next ? (
        <a className="next" href={next.href} rel="next">
          <span className="caps">{t('next', { number: next.number })}</span>
          <span className="t">{next.title}</span>
          <span className="d">{next.description}</span>
          <svg viewBox="0 0 28 28" aria-hidden="true">
            <path d="M4 14h19m-7-7 7 7-7 7" />
          </svg>
        </a>
      ) : (
        <p className="d">{t('allRead')}</p>
      )}
      {previous ? (
        <a className="previous" href={previous.href} rel="prev">
          <span className="caps">{t('previous', { number: previous.number })}</span>
          <span className="t">{previous.title}</span>
        </a>
      ) : null}
    </nav>
  );
}
