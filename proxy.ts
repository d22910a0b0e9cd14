import { type NextRequest, NextResponse } from 'next/server';
import { chooseLocale } from './i18n/choose-locale';
import { LOCALE_COOKIE } from './i18n/locale';

/** `/` has no page of its own: it sends each reader to the book in their language. */
export function proxy(request: NextRequest): NextResponse {
  const locale = chooseLocale(request.cookies.get(LOCALE_COOKIE)?.value, request.headers.get('accept-language'));
  const response = NextResponse.redirect(new URL(`/${locale}`, request.url));
  response.headers.set('Vary', 'Accept-Language, Cookie');
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

export const config = { matcher: '/' };
