// npm run coverage: how many branches of the engine its own tests take, and which they do not.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { branchesOf, coverageFile } from './coverage/uncovered-branches';

/** Branches taken, in per cent. */
const LEAST = 95;

const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'scripts/coverage/vitest.config.ts',
  '--reporter=dot',
];
const { status } = spawnSync(process.execPath, vitest, { stdio: 'inherit' });

const files = coverageFile.parse(JSON.parse(readFileSync('coverage/engine/coverage-final.json', 'utf8')));
let total = 0;
let covered = 0;
for (const [file, found] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
  const branches = branchesOf(found, readFileSync(file, 'utf8'));
  total += branches.total;
  covered += branches.covered;
  const name = path.relative(process.cwd(), file);
  for (const { line, arm } of branches.missed) console.log(`${name}:${line} ${arm}`);
}
const share = (100 * covered) / total;
console.log(
  `${covered} of ${total} branches of the engine taken: ${share.toFixed(2)} % (arms that end in assertNever not counted)`,
);
process.exitCode = status === 0 && share >= LEAST ? 0 : 1;
