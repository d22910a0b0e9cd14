import { useEffect, useState } from 'react';
import type { Locale } from '@/model/attempt';
import { returnTo } from './return-to';

/** Where to go afterwards, and the query by which the next page knows it too. Empty until the page is awake. */
export function useReturn(locale: Locale): { readonly back: string; readonly query: string } {
  const own = `/${locale}/me`;
  const [found, setFound] = useState({ back: own, query: '' });
  useEffect(() => {
    const { search, origin } = window.location;
    setFound({ back: returnTo(search, origin, own), query: search });
  }, [own]);
  return found;
}
