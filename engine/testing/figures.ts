import { readdirSync, readFileSync } from 'node:fs';
import { type Figure, figure } from '../../model/figure';

const FOLDER = new URL('../../content/scenarios/', import.meta.url);

export const FIGURE_NAMES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

/** A figure of the book, parsed as the pages parse it. */
export function readFigure(name: string): Figure {
  return figure.parse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
}
