// npm run bench:engine [-- --runs 7 --json]: how fast the engine is, how large, and whether its memory grows.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { z } from 'zod';
import { bundleSize } from './bench/bundle-size';
import { median, type Row, type Timed } from './bench/row';

const measured = z.object({
  timed: z.array(
    z.object({ name: z.string(), samples: z.array(z.object({ calibration: z.number(), value: z.number() })) }),
  ),
  memory: z.array(z.number()),
});

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, json: { type: 'boolean', default: false } },
});

const { timed, memory } = await measure();
const rows = [...timed.map(rowOf), sizeRow(await bundleSize()), memoryRow(memory)];
const calibrations = timed.flatMap(({ samples }) => samples.map(({ calibration }) => calibration / 1e6));
const calibration = {
  median: median(calibrations),
  least: Math.min(...calibrations),
  greatest: Math.max(...calibrations),
};
if (values.json) console.log(JSON.stringify({ node: process.version, calibration, rows }, null, 2));
else print();

async function measure(): Promise<z.infer<typeof measured>> {
  const outfile = 'data/bench/measures.mjs';
  await build({ entryPoints: ['scripts/bench/measures.ts'], bundle: true, platform: 'node', format: 'esm', outfile });
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', outfile, '--runs', values.runs], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return measured.parse(JSON.parse(stdout));
}

function rowOf({ name, samples }: Timed): Row {
  const isRate = name.includes('per second');
  const [what = name] = name.split(' ');
  const bar = what === 'events' ? 1_000_000 : what === 'schedules' ? 20_000 : 0.1;
  const found = samples.map(({ value }) => value);
  const middle = median(found);
  const perStep = samples.map(({ value, calibration: rate }) => (isRate ? value / rate : (value / 1000) * rate));
  return {
    name,
    unit: isRate ? `${what}/s` : 'ms',
    median: middle,
    least: Math.min(...found),
    greatest: Math.max(...found),
    runs: found.length,
    perCalibration: median(perStep),
    bar: isRate ? `≥ ${bar}` : `< ${bar}`,
    isMet: isRate ? middle >= bar : middle < bar,
  };
}

function sizeRow(octets: number): Row {
  const size = octets / 1000;
  const same = { median: size, least: size, greatest: size, runs: 1, perCalibration: null };
  return { name: 'bundle of a simulator, gzip', unit: 'KB', ...same, bar: '≤ 25', isMet: size <= 25 };
}

/** Flat: from the second million on nothing is added that matters, whatever the spread of the collector. */
function memoryRow(used: readonly number[]): Row {
  const [, ...later] = used.map((octets) => octets / 1e6);
  const grown = (later.at(-1) ?? 0) - (later[0] ?? 0);
  const figures = { median: median(later), least: Math.min(...later), greatest: Math.max(...later) };
  const name = 'heap from 2 to 10 million events';
  return { name, unit: 'MB', ...figures, runs: later.length, perCalibration: null, bar: 'grows < 1', isMet: grown < 1 };
}

function print(): void {
  const text = (value: number) => (value >= 1000 ? Math.round(value).toString() : value.toPrecision(3));
  console.log(`Node ${process.version}; the calibration loop: ${text(calibration.median)} million steps a second`);
  console.log(`(${text(calibration.least)} to ${text(calibration.greatest)})`);
  for (const { name, unit, least, greatest, runs, bar, isMet, perCalibration, ...row } of rows) {
    const ratio = perCalibration === null ? '' : `; beside the calibration loop ${perCalibration.toPrecision(3)}`;
    const spread = `${text(least)} to ${text(greatest)}, ${runs} runs`;
    console.log(`${isMet ? 'met   ' : 'MISSED'} ${name}: ${text(row.median)} ${unit} (${spread}), bar ${bar}${ratio}`);
  }
}
