import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { checkOpenFile } from '@/server/grading/check-open-file';
import { type OpenFile, openFile } from '@/server/grading/open-file';
import { loadFigures } from './figures';

/** Every open question by its id. */
export type OpenBank = ReadonlyMap<string, OpenFile>;

let known: Promise<OpenBank> | undefined;

/** Throws an Error that lists every fault with its file and place. In development it is read anew each time. */
export function openBank(): Promise<OpenBank> {
  if (process.env.NODE_ENV === 'development') return loadOpenBank();
  known ??= loadOpenBank().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

export async function loadOpenBank(): Promise<OpenBank> {
  const [files, figures] = await Promise.all([readOpenFiles(), loadFigures()]);
  const ids = new Set(files.flatMap(({ parsed }) => (parsed.success ? [parsed.data.id] : [])));
  const faults = files.flatMap(({ name, parsed }) => {
    if (!parsed.success) return [`${name}: ${z.prettifyError(parsed.error)}`];
    const found = checkOpenFile(parsed.data, figures, ids).map(({ at, message }) => `${at.join('.')}: ${message}`);
    if (name !== `content/open-questions/${parsed.data.id}.json`) found.push(`the id is ${parsed.data.id}`);
    return found.map((message) => `${name}: ${message}`);
  });
  if (faults.length > 0) throw new Error(`The open questions have faults:\n${faults.join('\n')}`);
  return new Map(files.flatMap(({ parsed }) => (parsed.success ? [[parsed.data.id, parsed.data]] : [])));
}

async function readOpenFiles() {
  const folder = path.join(process.cwd(), 'content', 'open-questions');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: `content/open-questions/${name}`,
      parsed: openFile.safeParse(JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
    })),
  );
}
