import type { Locale } from '@/model/attempt';

export const LOCALES = ['en', 'zh'] as const satisfies readonly Locale[];

/** Which cookie remembers a language that was chosen by hand. */
export const LOCALE_COOKIE = 'locale';

export function isLocale(value: string | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh' : 'en';
}

/** What stands in `<html lang>` and in hreflang. */
export const LANGUAGE_TAG: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' };
