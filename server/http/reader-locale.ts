import 'server-only';
import { chooseLocale } from '@/i18n/choose-locale';
import { isLocale, LOCALE_COOKIE } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';

/** The language of a problem: what the request itself asks for, else what the reader chose or their browser wishes. */
export function localeOf(request: Request, wished?: unknown): Locale {
  if (typeof wished === 'string' && isLocale(wished)) return wished;
  const cookies = request.headers.get('cookie') ?? '';
  const remembered = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([a-z]+)`).exec(cookies)?.[1];
  return chooseLocale(remembered, request.headers.get('accept-language'));
}
