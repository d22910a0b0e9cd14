import { type NextRequest, NextResponse } from 'next/server';
import { chooseLocale } from './i18n/choose-locale';
import { LOCALE_COOKIE } from './i18n/locale';

/** Two kinds of address that no page has: `/` itself, and those that cannot be decoded. */
export function proxy(request: NextRequest): NextResponse {
  return request.nextUrl.pathname === '/' ? chooseBook(request) : refuseUndecodable(request);
}

/** Sends each reader to the book in their language. */
function chooseBook(request: NextRequest): NextResponse {
  const locale = chooseLocale(request.cookies.get(LOCALE_COOKIE)?.value, request.headers.get('accept-language'));
  const response = NextResponse.redirect(new URL(`/${locale}`, request.url));
  response.headers.set('Vary', 'Accept-Language, Cookie');
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

/** Next answers 500 to an address such as `/en/%ff`; nothing is there, so it is a 404 like any other. */
function refuseUndecodable(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  try {
    decodeURIComponent(pathname);
    return NextResponse.next();
  } catch {
    return NextResponse.rewrite(new URL(pathname.startsWith('/api/') ? '/api/-' : '/-', request.url));
  }
}

export const config = { matcher: ['/', '/(.*%.*)'] };
