/**
 * npm run --silent capture -- SCENARIO …   a run as a pcapng file, on standard output
 * npm run --silent capture -- --read FILE  what a capture file tells
 */
import { parseArgs } from 'node:util';
import { exportRun } from './export-run';
import { printTimeline } from './print-timeline';
import { readTimeline } from './read-timeline';
import { UsageError } from './usage-error';

const USAGE = `npm run --silent capture -- SCENARIO [--host HOST] [--settings JSON] > FILE.pcapng
  SCENARIO    a name in content/scenarios, or a JSON file with a figure or a scenario
  --host      the interface of this host alone; without it one interface for each host
  --settings  what to change, for instance '{"profile":"linux","roundTripMs":20}'

npm run --silent capture -- --read FILE [--at ADDRESS]… [--json]
  FILE        pcap or pcapng
  --at        an address of the host on which it was captured, where the file does not say
  --json      everything, for programs`;

const OPTIONS = {
  host: { type: 'string' },
  settings: { type: 'string' },
  read: { type: 'string' },
  at: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function main(args: readonly string[]): void {
  const { values, positionals } = parse(args);
  const { host, settings, read, at, json } = values;
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const [scenario, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`one scenario at a time, not also ${others.join(', ')}`);
  if (read !== undefined) {
    if (scenario !== undefined) throw new UsageError('either a scenario or --read FILE');
    const told = readTimeline(read, at ?? []);
    process.stdout.write(json ? `${JSON.stringify(told.timeline, null, 1)}\n` : printTimeline(told));
    return;
  }
  if (scenario === undefined) throw new UsageError('a scenario, or --read FILE');
  if (process.stdout.isTTY) throw new UsageError('a capture is no text: send it to a file with > FILE.pcapng');
  const { file, interfaces } = exportRun(scenario, { host, settings });
  process.stdout.write(file);
  if (interfaces > 1) {
    const hint = `look at one of the ${interfaces} interfaces at a time, or a segment seen twice looks sent twice`;
    console.error(`capture: ${hint}: tshark -r FILE -Y 'frame.interface_id == 0' -w ONE, or --host`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`capture: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof UsageError) console.error(`\n${USAGE}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
