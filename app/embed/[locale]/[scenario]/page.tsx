import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Figure, type FigurePlace, figurePlaces } from '@/app/[locale]/figure';
import { localeOf } from '@/app/[locale]/locale-params';
import { BookLink } from '@/components/simulator/share/book-link';
import type { Locale } from '@/model/attempt';
import { loadFigureWords } from '@/server/content/figure-words';

export const dynamicParams = false;

interface Props {
  params: Promise<{ locale: string; scenario: string }>;
}

export async function generateStaticParams() {
  return (await figurePlaces('en')).map(({ scenario }) => ({ scenario }));
}

/** For frames alone; whoever searches shall find the page of the book. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await embedParams(params);
  return { title: `${title} · 2MSL`, robots: { index: false } };
}

export default async function EmbedPage({ params }: Props) {
  const { locale, scenario, number, title } = await embedParams(params);
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

async function embedParams(params: Props['params']): Promise<FigurePlace & { locale: Locale; title: string }> {
  const [locale, { scenario }] = await Promise.all([localeOf(params), params]);
  const [places, { figures }] = await Promise.all([figurePlaces(locale), loadFigureWords(locale)]);
  const place = places.find((each) => each.scenario === scenario);
  return place ? { ...place, locale, title: figures[scenario]?.title ?? scenario } : notFound();
}
