// npm test: brings what the tests need, runs all of them, the quick ones first, and sums up in its last line.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { ROOT } from './setup/root.mjs';
import { run } from './setup/run.mjs';
import { prepareTestMachine } from './setup/test-machine.mjs';

const RESULTS = path.join(ROOT, 'test-results');
const report = (name) => path.join(RESULTS, `${name}.json`);
const script = (name) => ['--conditions=react-server', '--import=tsx', `scripts/${name}.ts`];

/** Each suite writes a report; `count` reads how many passed, failed and were skipped from it. */
const SUITES = [
  { name: 'check', args: ['scripts/check.mjs'], count: (counts) => counts },
  {
    name: 'unit',
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report('unit')}`,
    ],
    count: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }),
  },
  { name: 'weight', args: script('check-weight'), count: (counts) => counts },
  { name: 'leaks', args: script('check-leaks'), count: (counts) => counts },
  {
    name: 'e2e',
    args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') },
    // A journey that passes only the second time has failed.
    count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
  },
];

await install();
await prepareTestMachine();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
await build();

const total = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
for (const suite of SUITES) {
  console.log(`\n── ${suite.name}`);
  const started = Date.now();
  const { code } = await run(suite.args, { env: { ...suite.env, TEST_REPORT: report(suite.name) } });
  const counts = countsOf(suite, code);
  for (const key of Object.keys(total)) total[key] += counts[key];
  rows.push({ suite: suite.name, ...counts, seconds: Math.round((Date.now() - started) / 1000) });
}
console.log();
console.table(rows);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

/** A suite that ended badly without a failed test, or without a report, counts as one failure. */
function countsOf({ name, count }, code) {
  if (!existsSync(report(name))) return { passed: 0, failed: 1, skipped: 0 };
  const counts = count(JSON.parse(readFileSync(report(name), 'utf8')));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
