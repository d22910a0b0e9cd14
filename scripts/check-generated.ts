import { parseArgs } from 'node:util';
import { KINDS } from '@/server/generating/kinds';
import { checkKind } from './generated-check/check-kind';

// npm run check:generated [-- --seeds=<n>] [<kind> …]: 10,000 seeds of every kind, each item valid, solvable by the second path, and how many differ.

const LEAST_DISTINCT = 100;

const { values, positionals: asked } = parseArgs({
  options: { seeds: { type: 'string', default: '10000' } },
  allowPositionals: true,
});
const SEEDS = Number(values.seeds);
let bad = 0;
for (const kind of KINDS.filter(({ id }) => asked.length === 0 || asked.includes(id))) {
  const started = performance.now();
  const { distinct, answers, faults } = checkKind(kind, SEEDS);
  const isPoor = distinct < LEAST_DISTINCT;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const spread = Object.values(answers).map((n) => `${Math.round((100 * n) / SEEDS)}`);
  const told = spread.length > 0 ? `  right answers, %: ${spread.join(' ')}` : '';
  const verdict = faults.length > 0 ? 'FAIL' : isPoor ? 'POOR' : 'ok  ';
  console.log(`${verdict} ${kind.id.padEnd(28)} ${String(distinct).padStart(6)} distinct  ${seconds} s${told}`);
  for (const fault of faults) console.log(`       ${fault}`);
  if (faults.length > 0 || isPoor) bad += 1;
}
console.log(bad === 0 ? 'generated questions: all kinds hold' : `generated questions: ${bad} kinds fail`);
process.exitCode = bad === 0 ? 0 : 1;
