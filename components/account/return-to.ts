/**
 * Where somebody goes after signing in: the page that they came from, if it is one of this book. Anything else (another
 * site, a path that a browser would read as one, a script) leads to their own page.
 */
export function returnTo(search: string, origin: string, fallback: string): string {
  const from = new URLSearchParams(search).get('from') ?? '';
  if (!from.startsWith('/') || !URL.canParse(from, origin)) return fallback;
  const url = new URL(from, origin);
  const own = url.origin === origin && /^\/(en|zh)(\/|$)/.test(url.pathname);
  const here = /\/(sign-in|sign-up|reset-password|confirm-email)$/.test(url.pathname);
  return own && !here ? url.pathname + url.search + url.hash : fallback;
}

/** The same address with the place in it: the section that is being read, where the page has a list of them. */
export function withPlace(href: string, { pathname, search, hash }: Location, section: string | null): string {
  return `${href}?from=${encodeURIComponent(pathname + search + (section ?? hash))}`;
}
