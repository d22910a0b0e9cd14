import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '@/model/attempt';
import { loadFigureWords } from '@/server/content/figure-words';
import { Figure, type FigurePlace, figurePlaces } from '../../figure';
import { localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { PageShell } from '../../page-shell';

export const dynamicParams = false;

interface Props {
  params: Promise<{ locale: string; scenario: string }>;
}

export async function generateStaticParams() {
  return (await figurePlaces('en')).map(({ scenario }) => ({ scenario }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, scenario, title } = await playParams(params);
  const t = await getTranslations({ locale, namespace: 'share.play' });
  return pageMetadata({ locale, path: `/play/${scenario}`, title, description: t('description', { title }) });
}

/** One figure on its own. The same for everybody: what the address says behind its '#' is read in the browser. */
export default async function PlayPage({ params }: Props) {
  const { locale, scenario, number, title, chapter } = await playParams(params);
  const t = await getTranslations({ locale, namespace: 'share.play' });
  const words = await loadFigureWords(locale);
  const link = (chunks: ReactNode) => <a href={`${chapter.href}#fig-${number.replace('.', '-')}`}>{chunks}</a>;
  return (
    <PageShell locale={locale} path={`/play/${scenario}`} rail>
      <main className="page" id="main" tabIndex={-1}>
        <article className="frame">
          <header className="title">
            <p className="kicker">{t('kicker', { number })}</p>
            <h1>{title}</h1>
            <p className="lead">{t.rich('lead', { chapter: chapter.number, title: chapter.title, a: link })}</p>
            <noscript>
              <p>{t('noScript')}</p>
            </noscript>
          </header>
          <section className="section">
            <h2 className="vh">{t('simulator')}</h2>
            <Figure name={scenario} number={number} locale={locale} words={words} chapter={null} opensAddress />
          </section>
        </article>
      </main>
    </PageShell>
  );
}

async function playParams(params: Props['params']): Promise<FigurePlace & { locale: Locale; title: string }> {
  const [locale, { scenario }] = await Promise.all([localeOf(params), params]);
  const [places, { figures }] = await Promise.all([figurePlaces(locale), loadFigureWords(locale)]);
  const place = places.find((each) => each.scenario === scenario);
  return place ? { ...place, locale, title: figures[scenario]?.title ?? scenario } : notFound();
}
