import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The scripts that are meant: files as they are, folders with every `.pkt` in and below them. */
export function findScripts(paths: readonly string[]): string[] {
  return paths.flatMap((one) => {
    if (!statSync(one).isDirectory()) return [one];
    return readdirSync(one, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.pkt'))
      .map((file) => path.join(one, file))
      .sort();
  });
}
