import '../styles/tokens.css';
import '../styles/fonts.css';
import '../styles/base.css';
import '../styles/shell.css';
import '../styles/prose.css';
import '../styles/home.css';
import '../styles/truth.css';
import '@/components/simulator/simulator.css';
import '@/components/quiz/quiz.css';
import '@/components/predict/predict.css';
import '@/components/learning/learning.css';
import '@/components/account/account.css';
import '@/components/drill/drill.css';
import '@/components/explorer/explorer.css';
import '@/components/lab/lab.css';
import '@/components/tools/tools.css';
import '@/components/interview/review/review.css';
import '@/components/interview/interview.css';
import '@/components/interview/cheat-sheet.css';
import '@/components/imports/imports.css';
import type { Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StateLight } from '@/components/prose/state-light';
import { FirstScript } from '@/components/shell/first-script';
import { LANGUAGE_TAG, LOCALE_COOKIE, LOCALES } from '@/i18n/locale';
import { preloadFonts } from '../fonts';
import { type LocaleParams, localeOf } from './locale-params';

export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function Layout({ params, children }: LocaleParams & { children: ReactNode }) {
  preloadFonts();
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'shell.top' });
  return (
    // The theme is set on <html> before React looks at it.
    <html lang={LANGUAGE_TAG[locale]} suppressHydrationWarning>
      <head>
        <FirstScript localeCookie={LOCALE_COOKIE} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        {children}
        <StateLight />
      </body>
    </html>
  );
}
