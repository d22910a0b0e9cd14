import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { loadFigureWords } from '@/server/content/figure-words';
import { Figure, type FigurePageProps, figureOf, figureParams } from '../../figure';
import { pageMetadata } from '../../page-metadata';
import { PageShell } from '../../page-shell';

export const dynamicParams = false;

export const generateStaticParams = figureParams;

export async function generateMetadata({ params }: FigurePageProps): Promise<Metadata> {
  const { locale, scenario, title } = await figureOf(params);
  const t = await getTranslations({ locale, namespace: 'share.play' });
  return pageMetadata({ locale, path: `/play/${scenario}`, title, description: t('description', { title }) });
}

/** One figure on its own. The same for everybody: what the address says behind its '#' is read in the browser. */
export default async function PlayPage({ params }: FigurePageProps) {
  const { locale, scenario, number, title, chapter } = await figureOf(params);
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
