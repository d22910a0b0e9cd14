import type { Locale } from '@/model/attempt';

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[\p{Script=Latin}\p{N}]+(?:['’._/-][\p{Script=Latin}\p{N}]+)*/gu;

/** Length of prose as each language counts it: words in English; Han characters and Latin words in Chinese. */
export function countWords(prose: readonly string[], locale: Locale): number {
  const text = prose.join(' ');
  const latin = text.match(LATIN_WORD)?.length ?? 0;
  return locale === 'en' ? latin : latin + (text.match(HAN)?.length ?? 0);
}
