import type { Locale } from '@/model/attempt';
import { isLocale } from './locale';

/**
 * The language of a reader who asks for `/`: what they chose before, else the first language of Accept-Language
 * that the book has (RFC 9110 §12.5.4; a quality of 0 means "not this one"), else English.
 */
export function chooseLocale(remembered: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(remembered)) return remembered;
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map(parseRange)
    .filter(({ quality }) => quality > 0)
    // Array.prototype.sort is stable: equal qualities keep the order in which they were written.
    .sort((a, b) => b.quality - a.quality);
  return wished.map(({ language }) => language).find(isLocale) ?? 'en';
}

function parseRange(range: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
  const q = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return { language: tag.split('-')[0] ?? '', quality: Number.isFinite(quality) ? quality : 0 };
}
