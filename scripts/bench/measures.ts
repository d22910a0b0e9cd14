// What is timed, in one process: scripts/bench-engine.ts bundles this as a browser's bundler would, and starts it with --expose-gc.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { explore } from '../../engine/explorer/explore';
import { questionOf } from '../../engine/explorer/question';
import { advance } from '../../engine/network/advance';
import { run } from '../../engine/simulation/run';
import type { Scenario } from '../../engine/simulation/scenario';
import { busyWorld } from './busy-world';
import { calibrate } from './calibrate';
import type { Sample, Timed } from './row';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const RUNS = Number(values.runs);

const CONNECTIONS = 200;
const SENDS = 1000;
/** Runs of a close that are timed as one. */
const CLOSES = 2000;

const figure: { scenario: Scenario } = JSON.parse(readFileSync('content/scenarios/four-way-close.json', 'utf8'));

const timed: Timed[] = [
  repeat('events per second, RFC 9293', () => eventsPerSecond('rfc9293')),
  repeat('events per second, Linux', () => eventsPerSecond('linux')),
  repeat('a normal close', () => closeMs(figure.scenario)),
  repeat('schedules per second', schedulesPerSecond),
];
console.log(JSON.stringify({ timed, memory: memoryOver(10_000_000) }));

/** Once to warm up, then `RUNS` times, each beside the calibration loop. */
function repeat(name: string, measure: () => number): Timed {
  measure();
  const samples: Sample[] = [];
  for (let count = 0; count < RUNS; count++) samples.push({ calibration: calibrate(), value: measure() });
  return { name, samples };
}

function eventsPerSecond(profile: 'rfc9293' | 'linux'): number {
  const world = busyWorld(CONNECTIONS, SENDS, profile);
  const startedMs = performance.now();
  let events = 0;
  while (advance(world, Number.POSITIVE_INFINITY)) events += 1;
  return (1000 * events) / (performance.now() - startedMs);
}

function closeMs(scenario: Scenario): number {
  const startedMs = performance.now();
  for (let count = 0; count < CLOSES; count++) run(scenario);
  return (performance.now() - startedMs) / CLOSES;
}

/** Of the explorer's question that its tests and its documentation ask most: old octets, up to four faults. */
function schedulesPerSecond(): number {
  const startedMs = performance.now();
  const { schedules } = explore(questionOf('old-octets', { faults: 4 }));
  return (1000 * schedules) / (performance.now() - startedMs);
}

/** Octets of heap in use after a full collection, at ten moments of one run that is still going on. */
function memoryOver(events: number): number[] {
  const world = busyWorld(CONNECTIONS, Math.ceil(events / CONNECTIONS), 'rfc9293');
  const used: number[] = [];
  for (let done = 1; done <= events; done++) {
    if (!advance(world, Number.POSITIVE_INFINITY)) throw new Error(`the run ended after ${done} events`);
    if (done % (events / 10) !== 0) continue;
    globalThis.gc?.();
    used.push(process.memoryUsage().heapUsed);
  }
  return used;
}
