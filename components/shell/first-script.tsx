import { THEME_KEY } from './theme-key';

/** Where the language that a reader chose is kept; the proxy reads it. */
interface Settings {
  readonly themeKey: string;
  readonly localeCookie: string;
}

/**
 * Runs before the first paint, inline and without waiting for the other scripts: it sets the chosen theme, and it makes
 * links to the other language (`data-locale`) remember the choice and lead to the same place. It is sent as its own source
 * text, so it may use nothing from outside itself.
 */
function first({ themeKey, localeCookie }: Settings): void {
  try {
    const theme = localStorage.getItem(themeKey);
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden: then the theme is the system's.
  }
  const keepPlace = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-locale]') : null;
    if (!link) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API exists in secure contexts only
    document.cookie = `${localeCookie}=${link.dataset.locale}; path=/; max-age=31536000; samesite=lax`;
    link.search = location.search;
    // The place in the address holds while it can be seen; after that, the section that is being read.
    const aimed = document.getElementById(location.hash.slice(1))?.getBoundingClientRect();
    const inView = aimed !== undefined && aimed.bottom > 0 && aimed.top < innerHeight;
    const read = document.querySelector<HTMLAnchorElement>('.toc a[aria-current]');
    link.hash = inView || !read ? location.hash : read.hash;
  };
  document.addEventListener('click', keepPlace);
  document.addEventListener('auxclick', keepPlace);
}

export function FirstScript({ localeCookie }: { localeCookie: string }) {
  const settings: Settings = { themeKey: THEME_KEY, localeCookie };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the function above and its settings
  return <script dangerouslySetInnerHTML={{ __html: `(${first})(${JSON.stringify(settings)})` }} />;
}
