import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/prose.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ThemeScript } from '@/components/shell/theme-script';
import { LANGUAGE_TAG, LOCALES } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';

export const metadata: Metadata = { title: '404 · 2MSL' };

/** An address outside both languages, so it speaks both. */
export default function GlobalNotFound() {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <main className="page">
          {LOCALES.map((locale) => (
            <MissingNotice key={locale} locale={locale} />
          ))}
        </main>
      </body>
    </html>
  );
}

async function MissingNotice({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'errors' });
  const Title = locale === 'en' ? 'h1' : 'h2';
  return (
    <section className="dead-end" lang={LANGUAGE_TAG[locale]}>
      <Title>{t('missingTitle')}</Title>
      <p className="lead">{t('missingText')}</p>
      <a className="btn" href={`/${locale}#contents`}>
        {t('home')}
      </a>
    </section>
  );
}
