import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Figure, type FigurePageProps, figureOf, figureParams } from '@/app/[locale]/figure';
import { BookLink } from '@/components/simulator/share/book-link';
import { loadFigureWords } from '@/server/content/figure-words';

export const dynamicParams = false;

export const generateStaticParams = figureParams;

/** For frames alone; whoever searches shall find the page of the book. */
export async function generateMetadata({ params }: FigurePageProps): Promise<Metadata> {
  const { title } = await figureOf(params);
  return { title: `${title} · 2MSL`, robots: { index: false } };
}

export default async function EmbedPage({ params }: FigurePageProps) {
  const { locale, scenario, number, title } = await figureOf(params);
  const t = await getTranslations({ locale, namespace: 'share.embed' });
  const words = await loadFigureWords(locale);
  return (
    <main className="embed">
      <h1 className="vh">{title}</h1>
      <Figure
        name={scenario}
        number={number}
        locale={locale}
        words={words}
        chapter={null}
        variant="home"
        opensAddress
      />
      <p>
        <BookLink href={`/${locale}/play/${scenario}`}>{t('open')}</BookLink>
      </p>
    </main>
  );
}
