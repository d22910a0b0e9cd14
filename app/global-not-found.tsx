import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/prose.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FirstScript } from '@/components/shell/first-script';
import { LANGUAGE_TAG, LOCALE_COOKIE, LOCALES } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';
import { preloadFonts } from './fonts';

export const metadata: Metadata = { title: '404 · 2MSL' };

/** Static and in both languages, since it stands for any address; below one language it shows that one only. */
const ONE_LANGUAGE = `var l=location.pathname.split('/')[1];if(l==='en'||l==='zh'){var h=document.documentElement;h.lang=l==='zh'?'zh-CN':'en';h.dataset.only=l}`;

export default function GlobalNotFound() {
  preloadFonts();
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <FirstScript localeCookie={LOCALE_COOKIE} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
        <script dangerouslySetInnerHTML={{ __html: ONE_LANGUAGE }} />
      </head>
      <body>
        <header className="top">
          <a className="brand" href="/">
            2<b>MSL</b>
          </a>
        </header>
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
  const t = await getTranslations({ locale, namespace: 'shell.notFound' });
  return (
    <section className="dead-end" lang={LANGUAGE_TAG[locale]} data-language={locale}>
      <p className="kicker">404</p>
      <h1>{t('title')}</h1>
      <p className="lead">{t('text')}</p>
      <a className="btn" href={`/${locale}#contents`}>
        {t('home')}
      </a>
    </section>
  );
}
