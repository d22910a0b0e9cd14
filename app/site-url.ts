/**
 * The address the book is published at, from SITE_URL when it is built ("https://example.org"). Pages are static, so it
 * cannot come from the request. Without it links stay relative to the host, which is right for a book served at home or in a classroom.
 */
export const siteUrl = (process.env.SITE_URL ?? '').replace(/\/+$/, '');

export function absolute(path: string): string {
  return `${siteUrl}${path}`;
}
