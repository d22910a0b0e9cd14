import { fontRules } from './font-rules';
import { printPicture } from './print-picture';
import { toPng } from './to-png';

/** A drawn diagram as a file that needs nothing from this site: colours are resolved, and the faces it is set in are in it. */
export async function pictureFile(svg: SVGSVGElement, type: 'svg' | 'png', name: string): Promise<File> {
  const text = printPicture(svg, await fontRules(svg));
  if (type === 'svg') return new File([text], `${name}.svg`, { type: 'image/svg+xml' });
  return new File([await toPng(text)], `${name}.png`, { type: 'image/png' });
}
