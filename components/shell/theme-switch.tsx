'use client';

import { type ChangeEvent, useEffect, useState } from 'react';
import { THEME_KEY } from './theme-key';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

export type ThemeWords = Readonly<Record<Theme | 'label', string>>;

/** System, light or dark; remembered in this browser. The panel is a native popover, so it opens without this code. */
export function ThemeSwitch({ words }: { words: ThemeWords }) {
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === 'light' || chosen === 'dark') setTheme(chosen);
  }, []);

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = THEMES.find((each) => each === event.target.value) ?? 'system';
    setTheme(chosen);
    remember(chosen);
  };

  return (
    <div className="theme">
      <button type="button" className="icon-btn" popoverTarget="theme-panel" aria-label={words.label}>
        <svg viewBox="0 0 18 18" aria-hidden="true">
          <circle cx="9" cy="9" r="6" />
          <path d="M9 3v12a6 6 0 0 0 0-12z" fill="currentColor" />
        </svg>
      </button>
      <div id="theme-panel" className="popover" popover="auto">
        <fieldset>
          <legend className="vh">{words.label}</legend>
          {THEMES.map((each) => (
            <label key={each}>
              <input type="radio" name="theme" value={each} checked={theme === each} onChange={choose} />
              {words[each]}
            </label>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

function remember(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}
