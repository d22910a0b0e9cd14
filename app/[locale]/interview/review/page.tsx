import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReviewPage } from '@/components/interview/review/review-page';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { PageShell } from '../../page-shell';
import { namespaceOf } from '../../words';

const PATH = '/interview/review';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'review' });
  return pageMetadata({ locale, path: PATH, title: t('title'), description: t('description') });
}

/** The same static page for everyone; what is due for whom is worked out in the browser. */
export default async function Page({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const [t, words, quizWords] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    namespaceOf(locale, 'review'),
    namespaceOf(locale, 'quiz'),
  ]);
  return (
    <PageShell locale={locale} path={PATH}>
      <main className="page" id="main" tabIndex={-1}>
        <div className="own review">
          <header className="title">
            <h1>{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
          </header>
          <ReviewPage locale={locale} words={words} quizWords={quizWords} />
        </div>
      </main>
    </PageShell>
  );
}
