import type { Locale } from '@/model/attempt';
import { loadWords, type Messages } from '@/server/content/words';

/** The words of one owner, to be handed to components that choose from them themselves. */
export async function namespaceOf(locale: Locale, name: string): Promise<Messages> {
  const words = (await loadWords(locale))[name];
  if (words === undefined) throw new Error(`content/${locale}/words/${name}.json does not exist`);
  return words;
}
