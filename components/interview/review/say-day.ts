import { LANGUAGE_TAG } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';

/** A day as a reader says it, with the weekday, by which near days are known. */
export function sayDay(at: number | string, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(at),
  );
}

export function sayMoment(at: number | string, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** Days first, and 24 hours, in English too. */
function tagOf(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : LANGUAGE_TAG[locale];
}
