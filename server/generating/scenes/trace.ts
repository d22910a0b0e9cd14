import 'server-only';
import { run } from '@/engine/simulation/run';
import type { SegmentRecord } from '@/engine/simulation/timeline';
import type { Chance } from '../chance';
import { closing, follows } from './closing';

/** One segment as a line of a trace shows it. */
export interface TraceLine {
  readonly from: string;
  readonly to: string;
  readonly flags: string;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
}

/**
 * The segments of a short connection, from its first data on, each sent when the one before has arrived: a request, an
 * answer, and a close by either side.
 */
export function drawTrace(chance: Chance) {
  const isns = [chance.int(1000, 60_000, 100), chance.int(1000, 60_000, 100)] as const;
  const [request, reply] = [chance.int(20, 900), chance.int(20, 1400)];
  const first = chance.pick(['client', 'server']);
  const ask = { call: 'send', data: 'q'.repeat(request), atMs: 0 } as const;
  const tell = [
    { call: 'receive', octets: request },
    { call: 'send', data: 'a'.repeat(reply), afterMs: 500 },
  ] as const;
  const hear = { call: 'receive', octets: reply } as const;
  const close = { call: 'close', afterMs: 500 } as const;
  const scenario = closing({
    oneWayMs: 20,
    isns,
    client: first === 'client' ? [ask, hear, close] : [ask, hear, ...follows(500)],
    server: first === 'client' ? [...tell, ...follows(500)] : [...tell, close],
    timeWaitMs: 4000,
    endMs: 20_000,
  });
  const lines = run(scenario)
    .segments.filter(({ sentMs }) => sentMs >= scenario.originMs)
    .map(lineOf);
  return { scenario, lines };
}

function lineOf({ from, to, flags, seq, ack, length }: SegmentRecord): TraceLine {
  return { from, to, flags: flags.replace('PSH, ', ''), seq, ack: ack ?? 0, length };
}

/** Flags are padded to a width, so that what follows them stands in columns. */
export function printLine({ from, to, flags, seq, ack, length }: TraceLine, width = 0): string {
  return `${from} > ${to}  ${flags.padEnd(width)}  SEQ=${seq} ACK=${ack} LEN=${length}`;
}
