// npm run check: everything that can be said of the sources without running them. --all adds what needs a build.
import { writeFileSync } from 'node:fs';
import { install } from './setup/install.mjs';
import { run } from './setup/run.mjs';

const tool = (path, ...args) => [`node_modules/${path}`, ...args];
const script = (name, ...args) => ['--conditions=react-server', '--import=tsx', `scripts/${name}.ts`, ...args];

const CHECKS = [
  { name: 'format and lint', args: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  { name: 'types', args: tool('typescript/bin/tsc', '--noEmit') },
  { name: 'engine stands alone', args: tool('typescript/bin/tsc', '-p', 'tsconfig.engine.json') },
  { name: 'diagnosis needs no browser', args: tool('typescript/bin/tsc', '-p', 'tsconfig.diagnosis.json') },
  { name: 'imports', args: script('check-imports') },
  { name: 'dead code', args: tool('knip/bin/knip.js', '--no-progress') },
  { name: 'content', args: script('check-content') },
];

const WITH_BUILD = [
  { name: 'weight', args: script('check-weight') },
  { name: 'answers do not leak', args: script('check-leaks') },
];

await install();
const failed = [];
const checks = process.argv.includes('--all') ? [...CHECKS, ...WITH_BUILD] : CHECKS;
for (const { name, args } of checks) {
  const started = Date.now();
  const { code, output } = await run(args, { quiet: true });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code !== 0) failed.push(name);
  const said = output.trim();
  if (said && (code !== 0 || name === 'content' || name === 'weight')) console.log(said.replace(/^/gm, '     '));
}
// scripts/test.mjs adds these to its own sums.
if (process.env.TEST_REPORT) {
  writeFileSync(
    process.env.TEST_REPORT,
    JSON.stringify({ passed: checks.length - failed.length, failed: failed.length, skipped: 0 }),
  );
}
console.log(
  failed.length === 0
    ? `check: all ${checks.length} passed`
    : `check: ${failed.length} of ${checks.length} failed: ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
