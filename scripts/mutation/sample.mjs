import { createHash } from 'node:crypto';
import path from 'node:path';

/**
 * Names a mutant by what it does and where, so that another run knows it again.
 * @param {{ fileName: string, location: { start: { line: number, column: number }, end: { line: number, column: number } },
 *   mutatorName: string, replacement?: string | undefined }} mutant with its file relative to `root`, or absolute
 * @param {string} root
 */
export function mutantKey({ fileName, location, mutatorName, replacement }, root) {
  const file = path.relative(root, path.resolve(root, fileName)).split(path.sep).join('/');
  const { start, end } = location;
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${mutatorName} ${replacement}`;
}

/**
 * The sample is those mutants whose hash with the seed is least: adding or removing one leaves the choice of the others alone.
 * @param {readonly string[]} keys
 * @param {number} size
 * @param {string} seed
 */
export function sampleOf(keys, size, seed) {
  const rank = (/** @type {string} */ key) => createHash('sha256').update(`${seed} ${key}`).digest('hex');
  return keys
    .map((key) => ({ key, rank: rank(key) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ key }) => key);
}
