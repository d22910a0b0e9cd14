import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Name → hash of every file of a build that a server hands out: scripts, styles, fonts, prerendered HTML and payloads. */
export function filesSent(dist: string): Map<string, string> {
  const sent = new Map<string, string>();
  const add = (folder: string, wanted: RegExp) => {
    const absolute = path.join(dist, folder);
    if (!existsSync(absolute)) throw new Error(`${absolute} does not exist: is this a build?`);
    for (const entry of readdirSync(absolute, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !wanted.test(entry.name)) continue;
      const file = path.join(entry.parentPath, entry.name);
      sent.set(path.relative(dist, file), hash(readFileSync(file)));
    }
  };
  add('static', /./);
  add('server/app', /\.(html|rsc|body|meta|txt|xml|png|svg)$/);
  return sent;
}

export function hash(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Names that only one side has, or that differ. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name)).sort();
}
