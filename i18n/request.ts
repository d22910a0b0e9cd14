import { getRequestConfig } from 'next-intl/server';
import { loadWords } from '@/server/content/words';
import { isLocale } from './locale';

/** Messages are used on the server only; islands get their words as props. */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const wished = locale ?? (await requestLocale);
  const known = isLocale(wished) ? wished : 'en';
  return {
    locale: known,
    messages: { ...(await loadWords(known)) },
    timeZone: 'UTC',
    // A missing or broken message is a fault of the book: it fails the build instead of showing its key.
    onError(error) {
      throw error;
    },
  };
});
