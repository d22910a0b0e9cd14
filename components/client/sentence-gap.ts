import type { Locale } from '@/model/attempt';

/** What stands between two sentences: a space in English; in Chinese the full stop is wide enough by itself. */
export function sentenceGap(locale: Locale): string {
  return locale === 'zh' ? '' : ' ';
}
