import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChapterScore } from '@/components/learning/chapter-score';
import { ChapterTick } from '@/components/learning/chapter-tick';
import { ContinueCard } from '@/components/learning/continue-card';
import type { BookChapter } from '@/components/learning/next-place';
import { StateChip } from '@/components/prose/state-chip';
import { loadFigureWords } from '@/server/content/figure-words';
import { chaptersOf } from './contents';
import { Figure, figureNumber } from './figure';
import { type LocaleParams, localeOf } from './locale-params';
import { pageMetadata } from './page-metadata';
import { PageShell } from './page-shell';
import { namespaceOf } from './words';

/** What stands in the first screen, to be played at once. */
const HOME_FIGURE = 'four-way-close';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.site' });
  return pageMetadata({ locale, path: '', title: null, description: t('description') });
}

export default async function HomePage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.home' });
  const [chapters, learning, figureWords, number] = await Promise.all([
    chaptersOf(locale),
    namespaceOf(locale, 'learning'),
    loadFigureWords(locale),
    figureNumber(locale, HOME_FIGURE),
  ]);
  const minutes = chapters.reduce((sum, chapter) => sum + chapter.minutes, 0);
  const meHref = `/${locale}/me`;
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
            <ContinueCard chapters={chapters.map(cardOf)} meHref={meHref} words={learning} />
          </div>
          <div className="play">
            <Figure
              name={HOME_FIGURE}
              number={number}
              locale={locale}
              words={figureWords}
              chapter={null}
              variant="home"
            />
          </div>
        </div>
        <div className="lower">
          <section aria-labelledby="contents">
            <h2 id="contents">{t('contents')}</h2>
            <ol className="contents">
              {chapters.map(({ slug, number, href, title, lead, minutes: each, sections, questions }) => (
                <li key={slug}>
                  <a href={href}>
                    <ChapterTick chapter={slug} total={sections.length} words={learning} />
                    <span className="nr">{number}</span>
                    <span className="ti">
                      {title}
                      <small>{lead}</small>
                    </span>
                    <span className="me mi">{t('minutes', { minutes: each })}</span>
                    <span className="me">
                      <ChapterScore
                        chapter={slug}
                        total={questions}
                        before={t('questions', { count: questions })}
                        words={learning}
                      />
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          </section>
          <nav aria-labelledby="ways">
            <h2 id="ways">{t('ways')}</h2>
            <div className="doors">
              <Door
                href={chapters[0]?.href ?? ''}
                title={t('read')}
                text={t('readText', { chapters: chapters.length, minutes })}
              />
              <Door href={meHref} title={t('me')} text={t('meText')} />
            </div>
          </nav>
        </div>
      </main>
    </PageShell>
  );
}

/** What of a chapter goes to the browser with the "continue" card. */
function cardOf({ slug, number, title, href, sections, questions }: BookChapter): BookChapter {
  return {
    slug,
    number,
    title,
    href,
    sections: sections.map(({ id, title: name }) => ({ id, title: name })),
    questions,
  };
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
