/** What one cold load of a page sent, and what moved when it was scrolled through. */
export interface Load {
  readonly path: string;
  readonly width: number;
  /** Of the HTTP answer. */
  readonly status: number;
  readonly scripts: number;
  readonly scriptBytes: number;
  /** Paths of the font files. */
  readonly fonts: readonly string[];
  /** Sums of layout shifts: until the network was idle (it hangs on when fonts arrive), and while the page was scrolled through. */
  readonly loadShift: number;
  readonly wakeShift: number;
}

/** What a page may send. Where a simulator stands in the first screen, it wakes at once, and the page is free of it. */
export const BAR_KIB = 160;
const PLAYS_AT_ONCE = /^\/(en|zh)(\/play\/[^/]+)?$|^\/embed\//;

export function faultsOf({ path, status, scripts, scriptBytes, fonts, wakeShift }: Load): string[] {
  const faults: string[] = [];
  const kib = scriptBytes / 1024;
  if (status !== 200) faults.push(`the answer was ${status}`);
  if (scripts === 0) faults.push('no script was seen, so nothing was measured');
  if (kib > BAR_KIB && !PLAYS_AT_ONCE.test(path))
    faults.push(`${kib.toFixed(1)} KiB of script, and at most ${BAR_KIB} may be sent`);
  for (const font of fonts) {
    if (!/-latin-(?!ext)/.test(font)) faults.push(`${font} is no Latin subset`);
  }
  if (wakeShift > 0) faults.push(`the layout shifted by ${wakeShift} when what sleeps woke`);
  return faults;
}
