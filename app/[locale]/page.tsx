import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ContinueCard } from '@/components/learning/continue-card';
import type { BookChapter } from '@/components/learning/next-place';
import { StateChip } from '@/components/prose/state-chip';
import { loadFigureWords } from '@/server/content/figure-words';
import { chaptersOf } from './contents';
import { Figure, figureNumber } from './figure';
import { Doors, HomeContents } from './home-contents';
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
            <ContinueCard chapters={chapters.map(cardOf)} meHref={`/${locale}/me`} words={learning} />
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
          <HomeContents locale={locale} chapters={chapters} />
          <Doors locale={locale} chapters={chapters} />
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
