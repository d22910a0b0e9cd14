'use client';

import { type ReactNode, useSyncExternalStore } from 'react';

/** Leads from a framed figure to the same run in the book, in a window of its own. */
export function BookLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const fragment = useSyncExternalStore(
    onAddress,
    () => location.hash,
    () => '',
  );
  return (
    <a href={href + fragment} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

function onAddress(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
