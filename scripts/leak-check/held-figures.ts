import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A figure of a chapter that stops to ask, in one language. */
export interface HeldFigure {
  readonly locale: string;
  readonly chapter: string;
  readonly scenario: string;
  /** As printed: '4.1'. */
  readonly number: string;
  /** What content/<locale>/words/figures.json says of the whole figure. */
  readonly description: string;
  /** Where it stops, in milliseconds of the run. */
  readonly untilMs: number;
}

/** What one page tells of a figure: its moments that are drawn or listed, and how much of it there is. */
interface Told {
  readonly moments: readonly number[];
  readonly judgements: number;
  readonly isDescribed: boolean;
}

/**
 * Whether the pages of a build tell of a held figure no more than up to where it stops. The page on which the same figure
 * stands whole is read by the same eyes: if they see nothing there that the chapter has not, they see nothing at all.
 */
export function faultsOfHeld(dist: string, held: HeldFigure): string[] {
  const { locale, chapter, scenario, untilMs } = held;
  const where = `${locale}/chapters/${chapter}, fig. ${held.number}`;
  const asked = told(readPage(dist, `${locale}/chapters/${chapter}`), held);
  const whole = told(readPage(dist, `${locale}/play/${scenario}`), held);
  const later = asked.moments.filter((ms) => ms > untilMs);
  return [
    ...(asked.moments.length === 0 ? [`${where}: no moment of it is listed at all`] : []),
    ...(later.length > 0 ? [`${where}: it stops at ${untilMs} ms, and tells of ${later.join(', ')}`] : []),
    ...(asked.judgements > 0 ? [`${where}: what came of the run is said`] : []),
    ...(asked.isDescribed ? [`${where}: the whole is described in the page`] : []),
    ...(whole.isDescribed && whole.judgements > 0 && whole.moments.some((ms) => ms > untilMs)
      ? []
      : [`${locale}/play/${scenario}: the whole figure was not recognised`]),
  ];
}

function readPage(dist: string, page: string): string {
  return ['html', 'rsc']
    .map((ending) => readFileSync(path.join(dist, 'server/app', `${page}.${ending}`), 'utf8'))
    .join('\n');
}

function told(page: string, { number, description }: HeldFigure): Told {
  const begin = page.indexOf(`id="fig-${number.replace('.', '-')}"`);
  const figure = page.slice(begin, page.indexOf('</figure>', begin));
  const judged = figure.split('class="verdict"')[1] ?? '';
  return {
    moments: [...figure.matchAll(/data-moment="(\d+(?:\.\d+)?)"/g)].map(([, ms]) => Number(ms)),
    judgements: judged.split('<li').length - 1,
    // In the payload it stands as JSON within a string, in the markup as text: its longest run without quotes is in both.
    isDescribed: page.includes(longestPlain(description)),
  };
}

function longestPlain(text: string): string {
  return text.split(/["&<>'\\]/).sort((a, b) => b.length - a.length)[0] ?? text;
}
