/**
 * npm run evidence: runs what the engine is held against and writes content/evidence.json, from which the page “How true is this?” takes its
 * figures. Nobody types them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ENGINE_VERSION } from '@/engine/version';
import { type Evidence, evidence } from '@/model/evidence';
import { collectRows } from './evidence/collect-rows';
import { collectRules } from './evidence/collect-rules';
import { collectSchedules } from './evidence/collect-schedules';
import { collectTraces } from './evidence/collect-traces';
import { runCommand } from './evidence/run-command';

const FILE = 'content/evidence.json';

function collect(): Evidence {
  const run = { on: new Date().toISOString().slice(0, 10), engine: ENGINE_VERSION };
  return {
    rows: { ...run, ...collectRows() },
    rules: { ...run, ...collectRules() },
    traces: { ...run, ...collectTraces() },
    schedules: { ...run, ...collectSchedules() },
  };
}

const before = readFileSync(FILE, 'utf8');
writeFileSync(FILE, JSON.stringify(evidence.parse(collect())));
runCommand(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', FILE]);
console.log(readFileSync(FILE, 'utf8') === before ? `${FILE} says so already` : `${FILE} has been written anew`);
