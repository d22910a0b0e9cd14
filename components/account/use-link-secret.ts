import { useEffect, useState } from 'react';

/**
 * The secret of a link, which stands behind its `#` so that no server logs it. It is taken out of the address at once, so
 * that neither the history nor a shared screen keeps it. `undefined` until the page is awake, null when there is none.
 */
export function useLinkSecret(): string | null | undefined {
  const [secret, setSecret] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const take = () => {
      const found = window.location.hash.slice(1);
      // In development effects run twice, and the second time the address is bare.
      setSecret((known) => (found === '' ? (known ?? null) : found));
      if (found !== '') window.history.replaceState(null, '', window.location.pathname + window.location.search);
    };
    take();
    // Who has this page open already and pastes the link there stays on it.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return secret;
}
