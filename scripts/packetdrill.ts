import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NOT_COMPARED } from '@/engine/formats/packetdrill/compare-packet';
import { runScript } from '@/engine/formats/packetdrill/run-script';
import { STACKS, type StackName } from '@/engine/formats/packetdrill/stacks';
import { findScripts } from './packetdrill/find-scripts';
import { type Result, summaryOf } from './packetdrill/summary';

const USAGE = `npm run --silent packetdrill -- --profile linux|freebsd|rfc9293|rfc793 [--json FILE] PATH…

Plays packetdrill scripts (files, or folders with .pkt files in them) against the engine. One line a script, then the sum;
ends with an error if a script failed. --json writes the figures of each folder to FILE.`;

function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { profile: { type: 'string' }, json: { type: 'string' }, help: { type: 'boolean' } },
  });
  const { profile = '', json, help } = values;
  if (help === true) {
    console.log(USAGE);
    return 0;
  }
  if (!isStack(profile) || positionals.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const results = findScripts(positionals).map((file) => play(file, profile));
  console.log(NOT_COMPARED);
  const count = (outcome: Result['outcome']) => results.filter((one) => one.outcome === outcome).length;
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(summaryOf(profile, results), null, 2)}\n`);
  return count('failed') === 0 ? 0 : 1;
}

function play(file: string, stack: StackName): Result {
  const name = path.basename(file, '.pkt');
  const verdict = runScript(readFileSync(file, 'utf8'), stack, (other) => readBeside(file, other));
  if (verdict.outcome === 'passed') console.log(`ok ${name}`);
  else {
    const word = verdict.outcome === 'failed' ? 'not ok' : 'skip';
    console.log(`${word} ${name}: line ${verdict.line}: ${verdict.reason}`);
  }
  return { file, ...verdict };
}

/** Scripts are run from their own folder. */
function readBeside(file: string, other: string): string | null {
  try {
    return readFileSync(path.resolve(path.dirname(file), other), 'utf8');
  } catch {
    return null;
  }
}

function isStack(name: string): name is StackName {
  return name in STACKS;
}

process.exitCode = main(process.argv.slice(2));
