import '../../styles/tokens.css';
import '../../styles/fonts.css';
import '../../styles/base.css';
import '../../styles/embed.css';
import '@/components/simulator/simulator.css';
import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { type LocaleParams, localeOf } from '@/app/[locale]/locale-params';
import { LANGUAGE_TAG, LOCALES } from '@/i18n/locale';

export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

export const viewport: Viewport = { colorScheme: 'light dark' };

/** Around a figure that another site frames: nothing. No learner, no theme of this book, no cookie. */
export default async function EmbedLayout({ params, children }: LocaleParams & { children: ReactNode }) {
  const locale = await localeOf(params);
  return (
    <html lang={LANGUAGE_TAG[locale]}>
      <body>{children}</body>
    </html>
  );
}
