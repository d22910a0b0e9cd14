import { siteUrl } from './site-url';

/** The book's address for files that must name it in full: SITE_URL, else the address that this request came to. */
export function originOf(request: Request): string {
  if (siteUrl !== '') return siteUrl;
  const { protocol, host } = new URL(request.url);
  return `${protocol}//${request.headers.get('host') ?? host}`;
}
