import type { Metadata } from 'next';
import { locale as localeParam } from 'next/root-params';
import { getTranslations } from 'next-intl/server';
import { isLocale } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';
import { PageShell } from './page-shell';

/** This file gets no params: the language comes from the root of the address. */
async function currentLocale(): Promise<Locale> {
  const locale = await localeParam();
  return isLocale(locale) ? locale : 'en';
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await currentLocale(), namespace: 'shell' });
  return { title: t('site.pageTitle', { page: t('notFound.title') }) };
}

export default async function NotFound() {
  const locale = await currentLocale();
  const t = await getTranslations({ locale, namespace: 'shell.notFound' });
  return (
    <PageShell locale={locale} path="">
      <main className="page" id="main" tabIndex={-1}>
        <div className="dead-end">
          <p className="kicker">404</p>
          <h1>{t('title')}</h1>
          <p className="lead">{t('text')}</p>
          <a className="btn" href={`/${locale}#contents`}>
            {t('home')}
          </a>
        </div>
      </main>
    </PageShell>
  );
}
