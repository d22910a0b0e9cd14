import { THEME_KEY } from './theme-key';

/** Sets the theme before the first paint. Inline, so that it blocks nothing else. */
const source = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
  return <script dangerouslySetInnerHTML={{ __html: source }} />;
}
