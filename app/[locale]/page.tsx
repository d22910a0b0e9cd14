import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StateChip } from '@/components/prose/state-chip';
import { loadBook } from '@/server/content/book';
import { loadChapter } from '@/server/content/chapter';
import { type LocaleParams, localeOf } from './locale-params';
import { pageMetadata } from './page-metadata';
import { PageShell } from './page-shell';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.site' });
  return pageMetadata({ locale, path: '', title: null, description: t('description') });
}

export default async function HomePage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.home' });
  const { chapters: slugs } = await loadBook();
  const chapters = await Promise.all(slugs.map((slug) => loadChapter(locale, slug)));
  const minutes = chapters.reduce((sum, chapter) => sum + chapter.minutes, 0);
  const first = `/${locale}/chapters/${slugs[0]}`;
  return (
    <PageShell locale={locale} path="">
      <main id="main" tabIndex={-1}>
        <div className="hero">
          <div>
            <h1>
              2<b>MSL</b>
            </h1>
            <p className="sub">{t('subtitle')}</p>
            <p className="txt">{t.rich('text', { state: () => <StateChip name="TIME_WAIT" first="yes" /> })}</p>
          </div>
          <div className="play" />
        </div>
        <div className="lower">
          <section aria-labelledby="contents">
            <h2 id="contents">{t('contents')}</h2>
            <ol className="contents">
              {chapters.map(({ slug, title, lead, minutes: each }, index) => (
                <li key={slug}>
                  <a href={`/${locale}/chapters/${slug}`}>
                    <span className="nr">{index + 1}</span>
                    <span className="ti">
                      {title}
                      <small>{lead}</small>
                    </span>
                    <span className="me mi">{t('minutes', { minutes: each })}</span>
                  </a>
                </li>
              ))}
            </ol>
          </section>
          <nav aria-labelledby="ways">
            <h2 id="ways">{t('ways')}</h2>
            <div className="doors">
              <Door href={first} title={t('read')} text={t('readText', { chapters: slugs.length, minutes })} />
              <Door href={`/${locale}/me`} title={t('me')} text={t('meText')} />
            </div>
          </nav>
        </div>
      </main>
    </PageShell>
  );
}

function Door({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <a href={href}>
      <b>
        {title}
        <svg viewBox="0 0 28 28" aria-hidden="true">
          <path d="M4 14h19m-7-7 7 7-7 7" />
        </svg>
      </b>
      <span>{text}</span>
    </a>
  );
}
