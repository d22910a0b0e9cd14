import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LANGUAGE_TAG, LOCALES, otherLocale } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';
import { absolute, siteUrl } from '../site-url';

interface Page {
  locale: Locale;
  /** Below the locale, with its slash: "" or "/chapters/reason-two". */
  path: string;
  /** Null on the home page, which bears the name of the book. */
  title: string | null;
  description: string;
}

/**
 * Title, description, canonical address, the page in both languages, and what a link preview says; `PageShell` adds the
 * preview's image, whose address Next would complete with a host that it has to guess.
 */
export async function pageMetadata({ locale, path, title, description }: Page): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'shell.site' });
  const name = title ?? t('title');
  const languages = Object.fromEntries(LOCALES.map((each) => [LANGUAGE_TAG[each], absolute(`/${each}${path}`)]));
  return {
    metadataBase: siteUrl === '' ? null : new URL(siteUrl),
    title: title === null ? name : t('pageTitle', { page: title }),
    description,
    alternates: {
      canonical: absolute(`/${locale}${path}`),
      languages: { ...languages, 'x-default': absolute(path === '' ? '/' : `/en${path}`) },
    },
    openGraph: {
      type: path.startsWith('/chapters/') ? 'article' : 'website',
      siteName: '2MSL',
      title: name,
      description,
      locale: LANGUAGE_TAG[locale].replace('-', '_'),
      alternateLocale: LANGUAGE_TAG[otherLocale(locale)].replace('-', '_'),
    },
    twitter: { card: 'summary_large_image', title: name, description },
  };
}
