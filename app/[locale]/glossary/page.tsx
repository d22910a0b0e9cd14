import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LANGUAGE_TAG, otherLocale } from '@/i18n/locale';
import { loadGlossary } from '@/server/content/glossary';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { PageShell } from '../page-shell';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.glossary' });
  return pageMetadata({ locale, path: '/glossary', title: t('title'), description: t('description') });
}

export default async function GlossaryPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.glossary' });
  const entries = await loadGlossary(locale);
  return (
    <PageShell locale={locale} path="/glossary" rail>
      <main className="page" id="main" tabIndex={-1}>
        <div className="frame">
          <header className="title">
            <h1>{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
          </header>
          <dl className="glossary">
            {entries.map(({ id, term, other, text }) => (
              <div key={id} id={id}>
                <dt>
                  <a href={`#${id}`}>{term}</a>
                  <span lang={LANGUAGE_TAG[otherLocale(locale)]}>{other}</span>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      </main>
    </PageShell>
  );
}
