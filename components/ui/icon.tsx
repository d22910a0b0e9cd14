/** Line icons of 18 × 18, drawn in the colour of their text. They never stand alone for a name: the button has one. */
const PATHS = {
  play: 'M5 3.2v11.6L15 9z',
  pause: 'M4.5 3.5h3v11h-3zM10.5 3.5h3v11h-3z',
  back: 'M11.5 4 6.5 9l5 5',
  forward: 'm6.5 4 5 5-5 5',
  toStart: 'M13 4 8 9l5 5M5 4v10',
  toEnd: 'm5 4 5 5-5 5m8-10v10',
  undo: 'M6.5 4 3 7.5 6.5 11M3 7.5h7a4 4 0 0 1 0 8H7',
  redo: 'M11.5 4 15 7.5 11.5 11M15 7.5H8a4 4 0 0 0 0 8h3',
  reset: 'M14.5 9a5.5 5.5 0 1 1-1.6-3.9M13.2 2.2v3.2H10',
  lose: 'm5 5 8 8m0-8-8 8',
  restore: 'M3 9h11m-4-4 4 4-4 4',
  copy: 'M6.5 6.5h8v8h-8zM3.5 11.5v-8h8',
  earlier: 'M9 15V4M5 8l4-4 4 4M4 2.2h10',
  later: 'M9 3v11M5 10l4 4 4-4M4 15.8h10',
  remove: 'm5.5 5.5 7 7m0-7-7 7',
  share: 'M9 11V2.5M5.8 5.5 9 2.3l3.2 3.2M5.5 8H4v7.5h10V8h-1.5',
  keys: 'M2 5.5h14v7.5H2zM4.8 8h.01M7.6 8h.01M10.4 8h.01M13.2 8h.01M6 10.5h6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
