import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Figure, figure } from '@/model/figure';
import type { Figures } from '@/server/grading/answer-key';

function folder(): string {
  return path.join(process.cwd(), 'content', 'scenarios');
}

export async function figureNames(): Promise<ReadonlySet<string>> {
  const files = await readdir(folder());
  return new Set(files.filter((name) => name.endsWith('.json')).map((name) => path.basename(name, '.json')));
}

/** The figure content/scenarios/<name>.json, parsed; a fault names the file and the place in it. */
export async function loadFigure(name: string): Promise<Figure> {
  const source = await readFile(path.join(folder(), `${name}.json`), 'utf8');
  const parsed = figure.safeParse(JSON.parse(source));
  if (!parsed.success) throw new Error(`content/scenarios/${name}.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Every figure of the book, by name. */
export async function loadFigures(): Promise<Figures> {
  const names = [...(await figureNames())];
  const figures = new Map(await Promise.all(names.map(async (name) => [name, await loadFigure(name)] as const)));
  return (name) => figures.get(name);
}
