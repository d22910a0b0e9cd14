import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { explore } from '@/engine/explorer/explore';
import { questionOf } from '@/engine/explorer/question';
import { RULES } from '@/engine/tcp/rules';
import { DEPARTURES, NOT_MODELLED } from '@/engine/testing/transitions/not-as-written';
import { readRowRules, readRows } from '@/engine/testing/transitions/table';
import { ENGINE_VERSION } from '@/engine/version';
import { evidence } from '@/model/evidence';
import { readCommand } from '../explore/read-question';
import { replay } from '../replay/compare';
import { readCoverage } from './collect-rows';
import { readAnswers } from './collect-schedules';
import { readCoverageLine, readMutationLine } from './collect-tests';
import { readReplay } from './collect-traces';

const ROOT = path.join(import.meta.dirname, '../..');
const TRACES = 'fixtures/kernel-traces';

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

const { rows, rules, traces, schedules } = evidence.parse(JSON.parse(read('content/evidence.json')));

/** What is cheap to know is asked of the engine as it is, by another way than the collecting. */
describe('content/evidence.json is of this engine (npm run evidence writes it anew)', () => {
  it('was collected from this version', () => {
    expect([rows.engine, rules.engine, traces.engine]).toEqual([ENGINE_VERSION, ENGINE_VERSION, ENGINE_VERSION]);
  });

  it('has the rows that the tests play, and those that they do not', () => {
    const total = readRows().length;
    const notModelled = Object.keys(NOT_MODELLED);
    const otherwise = Object.keys(DEPARTURES);
    expect(rows).toMatchObject({ total, passed: total - notModelled.length, otherwise, notModelled });
  });

  it('has the rules of the engine', () => {
    const named = new Set<string>(Object.values(readRowRules()).flat());
    expect(rules).toMatchObject({ total: Object.keys(RULES).length, inRows: named.size });
  });

  it('has the recordings that match and, of those that do not, where they differ first', () => {
    const files = readdirSync(path.join(ROOT, TRACES)).filter((file) => file.endsWith('.json'));
    const found = files.flatMap((file) => {
      const difference = replay(JSON.parse(read(`${TRACES}/${file}`)));
      return difference === null ? [] : [{ name: file.replace('.json', ''), difference }];
    });
    expect(traces).toMatchObject({ total: files.length, differing: found });
  });

  it('has what the explorer answers, of which the shortest search is made again', () => {
    const shortest = schedules?.searches
      .flatMap(({ asked, answers }) => answers.map((answer, index) => ({ asked, answer, index })))
      .sort((a, b) => a.answer.schedules - b.answer.schedules)[0];
    const question = readCommand(shortest?.asked.split(' ') ?? [])?.questions[shortest?.index ?? 0];
    const { schedules: tried, violations } = explore(question ?? questionOf('old-octets'));
    expect(shortest?.answer).toMatchObject({ timeWaitMs: question?.timeWaitMs, schedules: tried, violations });
  });
});

describe('what is not as it should be', () => {
  it.each(['en', 'zh'])('is explained in %s, one by one and nothing else', (locale) => {
    const words = JSON.parse(read(`content/${locale}/words/truth.json`));
    const isFirst = (id: string, index: number) =>
      Number(id.slice(1)) - 1 !== Number(rows.notModelled[index - 1]?.slice(1));
    expect(Object.keys(words.rows.departures)).toEqual(rows.otherwise);
    expect(Object.keys(words.rows.leftOut)).toEqual(rows.notModelled.filter(isFirst));
    expect(Object.keys(words.traces.reasons)).toEqual(traces.differing.map(({ name }) => name));
  });
});

describe('collecting', () => {
  it('reads how a row stands from the last column of its line', () => {
    const lines = [
      '| Row | Profile | State | Event | Condition | Next | Sends | Rule |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| T001 | rfc9293 | CLOSED | SEG | otherwise | CLOSED |  | `a/b` (RFC 9293 §3.10) |',
      '| T002 | rfc9293 | CLOSED | SEG |  | CLOSED |  | otherwise; `a/c` (RFC 9293 §3.10) |',
      '| T003 | rfc9293 | CLOSED | STATUS |  | CLOSED |  | not modelled |',
    ];
    expect(readCoverage(lines.join('\n'))).toEqual({ total: 3, otherwise: ['T002'], notModelled: ['T003'] });
  });

  it('reads what replay prints', () => {
    const printed = 'ok one\ndiffers two: A>B sent: at 5 ms\nok three\n2 passed, 1 failed\n';
    expect(readReplay(printed)).toEqual({ total: 3, differing: [{ name: 'two', difference: 'A>B sent: at 5 ms' }] });
  });

  it('reads what the explorer prints, and refuses answers that a second play does not confirm', () => {
    const bounds = { mslMs: 1, oneWayMs: 1, timeWaitMs: 2, tickMs: 1, faults: 1, segments: 1, lastAckArrives: true };
    const print = (disagreements: unknown[]) =>
      JSON.stringify({
        answers: [
          {
            question: { ask: 'old-octets', ...bounds },
            schedules: 9,
            violations: 0,
            verification: { replayed: 2, disagreements },
          },
        ],
      });
    expect(readAnswers(print([]))).toEqual([{ ...bounds, schedules: 9, violations: 0, replayed: 2 }]);
    expect(() => readAnswers(print(['another end']))).toThrow();
  });

  it('reads the sum that coverage prints, and refuses to go without', () => {
    expect(readCoverageLine('engine/a.ts:3 else\n95 of 98 branches of the engine taken: 96.94 %\n')).toEqual({
      taken: 95,
      total: 98,
    });
    expect(() => readCoverageLine('1 test failed\n')).toThrow('nothing of branches');
  });

  it('reads the sum that mutate prints, and refuses a run that is not complete', () => {
    const sum = (tested: number) =>
      `survived one\n2440 mutants of engine/tcp, 820 chosen by seed 168, ${tested} tested, 700 killed: 86 %\n`;
    expect(readMutationLine(sum(815))).toEqual({ mutants: 2440, seed: '168', tested: 815, killed: 700 });
    expect(() => readMutationLine(sum(40))).toThrow('only 40 of 820');
    expect(() => readMutationLine('no such folder\n')).toThrow('nothing of mutants');
  });

  it.each([
    ['a sum that is not of its lines', 'ok one\n2 passed, 0 failed\n'],
    ['a line of another kind', 'ok one\nError: no such file\n1 passed, 0 failed\n'],
    ['no sum', 'ok one\n'],
    ['nothing', ''],
  ])('refuses %s', (_, printed) => {
    expect(() => readReplay(printed)).toThrow('replay printed something else');
  });
});
