import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { evidence } from '@/model/evidence';
import { proofsOf } from './proofs-of';
import type { TruthWords } from './truth-words';

const FILE = evidence.parse(JSON.parse(readFileSync('content/evidence.json', 'utf8')));

/** Says the key and what is filled in. */
const say = (key: string, values = {}) => `${key} ${JSON.stringify(values)}`;
const WORDS: TruthWords = { plain: say, rich: say, number: String, day: String };

describe('the sections of “How true is this?”', () => {
  it('are those for which there is evidence: a part that was never run has none', () => {
    const { rows, rules, traces } = FILE;
    expect(proofsOf({ rows, rules, traces }, WORDS).map(({ id }) => id)).toEqual(['rows', 'traces']);
    const run = { on: '2026-01-02', engine: '9.8.7' };
    const folder = { suite: 'a/b', folder: 'c', profile: 'linux', scripts: 9, passed: 6, failed: 1, skipped: 2 };
    const proofs = proofsOf(
      {
        ...{ rows, rules, traces },
        schedules: { ...run, searches: [] },
        packetdrill: { ...run, folders: [folder, { ...folder, folder: 'd' }] },
        coverage: { ...run, taken: 1998, total: 2000 },
        mutation: { ...run, mutants: 100, seed: '1', tested: 50, killed: 41 },
      },
      WORDS,
    );
    expect(proofs.map(({ id, done, of }) => [id, done, of]).slice(2)).toEqual([
      ['packetdrill', 12, 18],
      ['schedules', 0, null],
      ['coverage', 1998, 2000],
      ['mutation', 41, 50],
    ]);
    // 99.9 %, and never 100.
    expect(proofs.find(({ id }) => id === 'coverage')?.values.share).toBe('99.9');
  });

  it('say figures that are in the file and no others', () => {
    const [rows, traces] = proofsOf(
      {
        ...FILE,
        rows: {
          on: '2026-01-02',
          engine: '9.8.7',
          total: 12,
          passed: 8,
          otherwise: ['T005'],
          notModelled: ['T001', 'T002', 'T009', 'T010'],
        },
        traces: { on: '2026-01-03', engine: '9.8.6', total: 5, differing: [{ name: 'one', difference: 'a flag' }] },
      },
      WORDS,
    );
    expect(rows).toMatchObject({ done: 8, of: 12, run: { on: '2026-01-02', engine: '9.8.7' } });
    expect(rows?.values).toEqual({ total: 12, passed: 8, asWritten: 7, otherwise: 1, notModelled: 4 });
    const told = renderToStaticMarkup(rows?.body);
    expect(told.match(/rows\.(departures|leftOut)\.T\d+/g)).toEqual([
      'rows.departures.T005',
      'rows.leftOut.T001',
      'rows.leftOut.T009',
    ]);
    expect(traces).toMatchObject({ done: 4, of: 5, run: { on: '2026-01-03', engine: '9.8.6' } });
    expect(traces?.listing.slice(-2)).toEqual(['differs one: a flag', '4 passed, 1 failed']);
  });

  it('count as safe only schedules with 2 MSL and a last ACK that arrives', () => {
    const bounds = { mslMs: 1000, oneWayMs: 1, tickMs: 500, faults: 2, segments: 6, replayed: 1 };
    const answers = [
      { ...bounds, timeWaitMs: 1500, lastAckArrives: true, schedules: 100, violations: 7 },
      { ...bounds, timeWaitMs: 2000, lastAckArrives: true, schedules: 200, violations: 0 },
      { ...bounds, timeWaitMs: 2000, lastAckArrives: false, schedules: 400, violations: 3 },
    ];
    const searches = [{ asked: 'old-octets', answers }];
    const proof = proofsOf({ ...FILE, schedules: { on: '2026-01-02', engine: '9.8.7', searches } }, WORDS).find(
      ({ id }) => id === 'schedules',
    );
    expect(proof).toMatchObject({
      id: 'schedules',
      done: 700,
      of: null,
      values: { safe: '200', through: 0, replayed: '3' },
    });
  });
});
