import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';

const NOT_BUILT = /(\.test\.tsx?|\.md|\.tsbuildinfo)$|\/testing\//;

/** A hash of the names and contents of files and folders, given relative to the book's folder. Absent ones count as empty. */
export function fingerprint(places) {
  const hash = createHash('sha256').update(process.version);
  for (const place of places) {
    for (const file of filesOf(place)) {
      hash.update(`\0${file}\0`).update(readFileSync(path.join(ROOT, file)));
    }
  }
  return hash.digest('hex');
}

function filesOf(place) {
  const absolute = path.join(ROOT, place);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [place];
  return readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(ROOT, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .filter((file) => !NOT_BUILT.test(file))
    .sort();
}

/** A stamp says what a result was made of. It is written last, so that what was interrupted is made again. */
export function hasStamp(file, mark) {
  const absolute = path.resolve(ROOT, file);
  return existsSync(absolute) && readFileSync(absolute, 'utf8') === mark;
}

export function writeStamp(file, mark) {
  const absolute = path.resolve(ROOT, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  const draft = `${absolute}.${process.pid}`;
  writeFileSync(draft, mark);
  renameSync(draft, absolute);
}
