'use client';

import type { MouseEvent } from 'react';
import type { Locale } from '@/model/attempt';

interface Props {
  /** The same page in the other language. */
  href: string;
  locale: Locale;
  languageTag: string;
  cookie: string;
  children: string;
}

const YEAR_S = 31_536_000;

/** Leads to the same place in the other language, and remembers the choice. A plain link without JavaScript. */
export function LanguageLink({ href, locale, languageTag, cookie, children }: Props) {
  const keepPlace = (event: MouseEvent<HTMLAnchorElement>) => {
    const section = document.querySelector<HTMLAnchorElement>('.toc a[aria-current]');
    event.currentTarget.hash = section?.hash ?? window.location.hash;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API exists in secure contexts only
    document.cookie = `${cookie}=${locale}; path=/; max-age=${YEAR_S}; samesite=lax`;
  };
  return (
    <a
      className="language"
      href={href}
      hrefLang={languageTag}
      lang={languageTag}
      onClick={keepPlace}
      onAuxClick={keepPlace}
    >
      {children}
    </a>
  );
}
