import { notFound } from 'next/navigation';
import { isLocale } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';

export interface LocaleParams {
  params: Promise<{ locale: string }>;
}

/** The language in the address; anything else is no page of this book. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  return isLocale(locale) ? locale : notFound();
}
