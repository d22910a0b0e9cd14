/**
 * npm run evidence: runs what the engine is held against and writes content/evidence.json, from which the page “How true is this?” takes its
 * figures. Nobody types them.
 *
 *   --coverage                       also the branches that the engine's tests take (a minute)
 *   --mutation                       also what the last `npm run mutate` in this folder found
 *   --freebsd DIR --google DIR       also the two packetdrill suites, from where they were cloned (docs/packetdrill.md)
 *
 * What is not asked for stays as it was, with the day and the version of the engine on which it was run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENGINE_VERSION } from '@/engine/version';
import { type Evidence, evidence } from '@/model/evidence';
import { collectPacketdrill } from './evidence/collect-packetdrill';
import { collectRows } from './evidence/collect-rows';
import { collectRules } from './evidence/collect-rules';
import { collectSchedules } from './evidence/collect-schedules';
import { collectCoverage, collectMutation } from './evidence/collect-tests';
import { collectTraces } from './evidence/collect-traces';
import { runCommand } from './evidence/run-command';

const FILE = 'content/evidence.json';

const { values: asked } = parseArgs({
  options: {
    coverage: { type: 'boolean' },
    mutation: { type: 'boolean' },
    freebsd: { type: 'string' },
    google: { type: 'string' },
  },
});

function collect(before: Evidence): Evidence {
  const run = { on: new Date().toISOString().slice(0, 10), engine: ENGINE_VERSION };
  const { freebsd, google } = asked;
  return {
    rows: { ...run, ...collectRows() },
    rules: { ...run, ...collectRules() },
    traces: { ...run, ...collectTraces() },
    packetdrill: freebsd && google ? { ...run, ...collectPacketdrill({ freebsd, google }) } : before.packetdrill,
    schedules: { ...run, ...collectSchedules() },
    coverage: asked.coverage ? { ...run, ...collectCoverage() } : before.coverage,
    mutation: asked.mutation ? { ...run, ...collectMutation() } : before.mutation,
  };
}

if ((asked.freebsd === undefined) !== (asked.google === undefined)) throw new Error('both suites, or none');
const before = readFileSync(FILE, 'utf8');
writeFileSync(FILE, JSON.stringify(evidence.parse(collect(evidence.parse(JSON.parse(before))))));
runCommand(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', FILE]);
console.log(readFileSync(FILE, 'utf8') === before ? `${FILE} says so already` : `${FILE} has been written anew`);
