import { preload } from 'react-dom';

/** The two faces that the first screen of every page is set in; the others come when the text asks for them. */
const FIRST_FACES = [
  new URL(
    '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
    import.meta.url,
  ),
  new URL('../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
];

/** Tells the browser of them before it has read the style sheet. */
export function preloadFonts(): void {
  for (const face of FIRST_FACES) preload(String(face), { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
}
