import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/server-outputs');

/** Every recorded output, by the name of its file. */
export const SERVER_OUTPUTS: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]),
);

export function serverOutput(name: string): string {
  const text = SERVER_OUTPUTS.get(name);
  if (text === undefined) throw new Error(`fixtures/server-outputs/${name} does not exist`);
  return text;
}
