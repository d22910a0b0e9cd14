import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/model/attempt';

/** Says a message of content/<locale>/words/share.json. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

// Sharing has its words in a file of its own: pages with figures send those of the simulator, and few readers share.
const FILES = {
  en: () => import('@/content/en/words/share.json'),
  zh: () => import('@/content/zh/words/share.json'),
};

export async function loadShareWords(locale: Locale): Promise<Say> {
  const messages: unknown = (await FILES[locale]()).default;
  const t = createTranslator({
    locale,
    messages: messages as Record<string, string>,
    onError: (error) => {
      throw error;
    },
  });
  return (key, values) => t(key, values);
}
