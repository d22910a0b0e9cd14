import { createHash } from 'node:crypto';
import path from 'node:path';

export function mutantKey({ fileName, location, mutatorName, replacement }, root) {
  const file = path.relative(root, path.resolve(root, fileName)).split(path.sep).join('/');
  const { start, end } = location;
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${mutatorName} ${replacement}`;
}

export function sampleOf(keys, size, seed) {
  const rank = (key) => createHash('sha256').update(`${seed} ${key}`).digest('hex');
  return keys
    .map((key) => ({ key, rank: rank(key) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ key }) => key);
}
