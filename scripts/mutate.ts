// npm run mutate [-- --sample 800 --seed 168 --concurrency 2, --continue, --survivors, --report]: how many planted mistakes in engine/tcp its tests find.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { printReport, readReport } from './mutation/report';

/** Killed of those tested, in per cent. */
const LEAST = 80;

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '800' },
    seed: { type: 'string', default: '168' },
    concurrency: { type: 'string', default: '2' },
    /** Keeps what an interrupted run of the same sample has found. */
    continue: { type: 'boolean', default: false },
    /** Tests those mutants of the last run again that have survived it. */
    survivors: { type: 'boolean', default: false },
    /** Only prints what the last run found, or one that still goes on has found so far. */
    report: { type: 'boolean', default: false },
  },
});

const folder = path.resolve('data/mutation');
if (!values.report) runStryker();
const report = readReport(folder);
console.log(printReport(report));
process.exitCode = report.tested >= report.sample && 100 * report.killed >= LEAST * report.tested ? 0 : 1;

function runStryker(): void {
  if (!values.continue && !values.survivors) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const stryker = path.resolve('node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', 'scripts/mutation/stryker.config.mjs'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      MUTATION_ROOT: process.cwd(),
      MUTATION_FOLDER: folder,
      MUTATION_SAMPLE: values.sample,
      MUTATION_SEED: values.seed,
      MUTATION_CONCURRENCY: values.concurrency,
      MUTATION_AGAIN: values.survivors ? 'survivors' : '',
      MUTATION_TEST_FILES: String(countTestFiles()),
    },
  });
  if (status !== 0) process.exit(status ?? 1);
}

function countTestFiles(): number {
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'list',
    '--filesOnly',
    '--config',
    'scripts/mutation/vitest.config.ts',
  ];
  const { stdout } = spawnSync(process.execPath, vitest, { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.endsWith('.test.ts')).length;
}
