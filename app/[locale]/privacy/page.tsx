import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { PageShell } from '../page-shell';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.privacy' });
  return pageMetadata({ locale, path: '/privacy', title: t('title'), description: t('description') });
}

export default async function PrivacyPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.privacy' });
  return (
    <PageShell locale={locale} path="/privacy" rail>
      <main className="page" id="main" tabIndex={-1}>
        <div className="frame">
          <header className="title">
            <h1>{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
          </header>
          {(['server', 'account', 'browser', 'others', 'yours'] as const).map((topic) => (
            <section key={topic} className="section">
              <h2>{t(`${topic}Title`)}</h2>
              <div className="prose">
                <p>
                  {t.rich(topic, {
                    me: (words) => <a href={`/${locale}/me`}>{words}</a>,
                    own: (words) => <a href={`/${locale}/me/account`}>{words}</a>,
                  })}
                </p>
              </div>
            </section>
          ))}
        </div>
      </main>
    </PageShell>
  );
}
