import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { replay } from './compare';
import { predictFile } from './predict-file';
import { type Recorded, recordFile, scriptFile } from './trace-file';

const ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'fixtures/kernel-traces');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

function read(name: string): object {
  return JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));
}

/** A copy of a trace in which the record has been changed by hand. */
function tampered(name: string, change: (record: Recorded) => void): object {
  const trace = read(name);
  const record = recordFile.parse(trace);
  change(record);
  return { ...trace, ...record };
}

function itemAt<T>(list: readonly T[], index: number): T {
  const one = list.at(index);
  if (one === undefined) throw new RangeError(`nothing at ${index}`);
  return one;
}

describe('recordings of a real kernel', () => {
  const listed = readFileSync(path.join(ROOT, 'docs/kernel-traces.md'), 'utf8').matchAll(/^- `([^`]+)`:/gm);
  const expected = new Set([...listed].map(([, name]) => name));

  it('are all there', () => {
    expect(NAMES).toHaveLength(96);
  });

  it.each(NAMES)('%s', (name) => {
    const difference = replay(read(name));
    if (expected.has(name)) expect(difference, 'it matches now: take it off the list').not.toBeNull();
    else expect(difference).toBeNull();
  });

  it('may be fewer on the list, never more', () => {
    expect(expected.size).toBeLessThanOrEqual(1);
  });
});

describe('a prediction', () => {
  it.each(NAMES.filter((_, index) => index % 8 === 0))('for %s reads the script and the sysctls alone', (name) => {
    const trace = read(name);
    const { script, sysctls } = scriptFile.parse(trace);
    expect(predictFile({ name: 'another', script, sysctls })).toEqual(predictFile(trace));
  });

  it('knows no scenario by its name', () => {
    const sources = readdirSync(path.join(ROOT, 'engine'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing\//.test(file))
      .map((file) => readFileSync(path.join(ROOT, 'engine', file), 'utf8'));
    const text = sources.join('\n');
    // Short names are words of the protocol; a scenario's own name has several parts.
    expect(NAMES.filter((name) => name.split('-').length > 2 && text.includes(name))).toEqual([]);
  });
});

describe('a recording that was tampered with', () => {
  const mutations: [string, (record: Recorded) => void][] = [
    ['a flag', ({ packets }) => Object.assign(itemAt(packets, 4), { flags: 'PFA' })],
    ['a sequence number', ({ packets }) => Object.assign(itemAt(packets, 4), { seq: 77 })],
    ['an acknowledgment number', ({ packets }) => Object.assign(itemAt(packets, 4), { ack: 77 })],
    ['a length', ({ packets }) => Object.assign(itemAt(packets, 3), { len: 5 })],
    ['a direction', ({ packets }) => Object.assign(itemAt(packets, 5), { dir: 'A>B' })],
    ['a port', ({ packets }) => Object.assign(itemAt(packets, 5), { dstPort: 40_001 })],
    ['a packet too few', ({ packets }) => packets.splice(6, 1)],
    ['a packet too many', ({ packets }) => packets.splice(6, 0, { ...itemAt(packets, 6) })],
    ['the time of a packet', ({ packets }) => Object.assign(itemAt(packets, 7), { t: 265 })],
    ['a state', ({ states }) => Object.assign(itemAt(states, 6), { state: 'CLOSING' })],
    ['which kind of socket', ({ states }) => Object.assign(itemAt(states, 7), { timewaitSock: false })],
    ['a state too few', ({ states }) => states.splice(-1, 1)],
    ['a state too many', ({ states }) => states.push({ ...itemAt(states, -1), t: 400, state: 'CLOSED', lport: 81 })],
    ['the time of a state', ({ states }) => Object.assign(itemAt(states, 5), { t: 290 })],
    ['a result', ({ calls }) => Object.assign(itemAt(calls, 9), { result: 5 })],
    ['octets received', ({ calls }) => Object.assign(itemAt(calls, 10), { result: { len: 4, data: 'pinG' } })],
    [
      'a call that succeeded',
      ({ calls }) => Object.assign(itemAt(calls, 8), { result: undefined, errno: 'ETIMEDOUT' }),
    ],
    ['a call too few', ({ calls }) => calls.splice(-1, 1)],
  ];

  it.each(mutations)('%s', (_, change) => {
    expect(replay(read('close-client-first-data'))).toBeNull();
    expect(replay(tampered('close-client-first-data', change))).not.toBeNull();
  });

  it('an errno', () => {
    const trace = tampered('connect-bound-no-reuseaddr', ({ calls }) => {
      for (const call of calls) if (call.errno !== undefined) call.errno = 'EACCES';
    });
    expect(replay(read('connect-bound-no-reuseaddr'))).toBeNull();
    expect(replay(trace)).not.toBeNull();
  });

  it('the end of TIME_WAIT', () => {
    const early = tampered('timewait-duration', ({ states }) => {
      for (const one of states) if (one.host === 'A' && one.state === 'CLOSED') one.t -= 5000;
    });
    expect(replay(early)).not.toBeNull();
  });

  it('a chosen port outside its range', () => {
    const trace = tampered('port-exhaustion-reuse0', ({ packets }) => {
      for (const one of packets) {
        if (one.srcPort === 40_007) one.srcPort = 41_000;
        if (one.dstPort === 40_007) one.dstPort = 41_000;
      }
    });
    expect(replay(trace)).not.toBeNull();
  });
});
