/** What one cold load of a page sent, and what moved when it was scrolled through. */
export interface Load {
  readonly path: string;
  readonly width: number;
  readonly scripts: number;
  readonly scriptBytes: number;
  /** Paths of the font files. */
  readonly fonts: readonly string[];
  /** Sum of layout shifts, 0 when nothing moved. */
  readonly shift: number;
}

/** For every page: what a chapter may send is what any page may send. */
export const BAR_KIB = 160;

export function faultsOf({ scripts, scriptBytes, fonts, shift }: Load): string[] {
  const faults: string[] = [];
  const kib = scriptBytes / 1024;
  if (scripts === 0) faults.push('no script was seen, so nothing was measured');
  if (kib > BAR_KIB) faults.push(`${kib.toFixed(1)} KiB of script, and at most ${BAR_KIB} may be sent`);
  for (const font of fonts) {
    if (!/-latin-(?!ext)/.test(font)) faults.push(`${font} is no Latin subset`);
  }
  if (shift > 0) faults.push(`the layout shifted by ${shift} when what sleeps woke`);
  return faults;
}
