import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/model/attempt';

/** ICU messages, nested by topic. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** Every message of a language: one namespace for each file of content/<locale>/words. */
export async function loadWords(locale: Locale): Promise<Readonly<Record<string, Messages>>> {
  const folder = path.join(process.cwd(), 'content', locale, 'words');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [path.basename(name, '.json'), await readMessages(folder, name)])),
  );
}

async function readMessages(folder: string, name: string): Promise<Messages> {
  const file = path.join(folder, name);
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${path.relative(process.cwd(), file)}: ${String(cause)}`, { cause });
  }
}
