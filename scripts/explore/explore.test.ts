import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describe as tell } from '@/engine/explorer/describe';
import { explore } from '@/engine/explorer/explore';
import { questionOf } from '@/engine/explorer/question';
import { figure } from '@/model/figure';
import { readCommand } from './read-question';
import { sayCounterexample, sayStatement, sayVerdict } from './say';
import { UsageError } from './usage';

const ROOT = path.join(import.meta.dirname, '../..');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'explore-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(...args: string[]) {
  return spawnSync(process.execPath, ['--import=tsx', 'scripts/explore.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
}

describe('npm run explore', () => {
  it('answers for each TIME_WAIT, as data with its bounds, and writes a scenario', () => {
    const file = path.join(folder, 'found.json');
    const told = command('old-octets', '--time-wait', '1500,2000', '--verify', '--json', '--scenario', file);
    expect([told.status, told.stderr]).toEqual([0, '']);
    const { answers, schedules } = JSON.parse(told.stdout);
    expect(answers.map(({ holds }: { holds: boolean }) => holds)).toEqual([false, true]);
    expect(schedules).toBe(answers[0].schedules + answers[1].schedules);
    expect(answers[1].bounds).toEqual(tell(questionOf('old-octets')));
    expect(answers[0].verification.disagreements).toEqual([]);
    const scenario = figure.shape.scenario.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(scenario).toEqual(answers[0].counterexample.scenario);
  }, 60_000);

  it('says in one sentence what cannot be asked, and ends with 2', () => {
    const endless = command('old-octets', '--faults', '6', '--tick', '10');
    expect(endless.status).toBe(2);
    expect(endless.stderr).toMatch(/^explore: about [\d.e+]+ schedules, which takes \d+ minutes or more: .*\n$/);
  }, 60_000);
});

describe('a command line', () => {
  it.each<[string, RegExp]>([
    ['', /a question is missing: old-octets or passive-end/],
    ['new-octets', /the question is 'new-octets', and can be old-octets or passive-end/],
    ['old-octets passive-end', /one question at a time/],
    ['old-octets --faults two', /--faults must be a number, not 'two'/],
    ['old-octets --faults 1.5', /--faults must be a whole number/],
    ['old-octets --faults 99', /--faults must be at most 8/],
    ['old-octets --one-way 50 --msl 40', /--one-way must be at most --msl/],
    ['old-octets --time-wait 5,', /--time-wait must be a number, not ''/],
    ['old-octets --kinds loss,theft', /--kinds is 'theft', and can be loss or delay or duplicate/],
    ['old-octets --profile bsd', /--profile is 'bsd'/],
    ['old-octets --last-ack late', /--last-ack is 'late', and can be arrives or lost/],
    ['old-octets --verify --sample 0', /--sample must be more than 0/],
    ['old-octets --speed 9', /Unknown option '--speed'/],
  ])('%s', (line, sentence) => {
    const args = line.split(' ').filter((word) => word !== '');
    expect(() => readCommand(args)).toThrow(UsageError);
    expect(() => readCommand(args)).toThrow(sentence);
  });

  it('sets every bound', () => {
    const line =
      'passive-end --msl 3000 --one-way 20 --tick 100 --faults 1 --segments 2 --octets 9 --kinds loss,delay --sides client ' +
      '--isns clock --profile linux --last-ack arrives --resets obeyed --timestamps --time-wait 7';
    expect(readCommand(line.split(' '))?.questions).toEqual([
      {
        ask: 'passive-end',
        ...{ mslMs: 3000, timeWaitMs: 7, oneWayMs: 20, tickMs: 100, faults: 1, segments: 2, octets: 9 },
        ...{ kinds: ['loss', 'delay'], sides: ['client'], isns: 'clock', profile: 'linux', timestamps: true },
        ...{ lastAckArrives: true, resetsIgnored: false },
      },
    ]);
  });
});

describe('in English', () => {
  it('a verdict, a counterexample and the bounds', () => {
    const question = questionOf('passive-end', { timeWaitMs: 900, kinds: ['loss'], sides: ['client'] });
    const answer = explore(question);
    expect(sayVerdict(answer)).toBe(
      'TIME_WAIT 900 ms: fails in 3 of 6 schedules: the side that closes second ends by a reset or gives up.',
    );
    expect(sayVerdict(explore({ ...question, faults: 0 }))).toContain('holds in the only schedule: ');
    const { counterexample } = answer;
    if (counterexample === null) throw new Error('there is none');
    expect(sayCounterexample(question, counterexample)).toContain("the client's ACK number 2 is lost");
    const old = explore(questionOf('old-octets', { timeWaitMs: 900 }));
    if (old.counterexample === null) throw new Error('there is none');
    expect(sayCounterexample(old.question, old.counterexample)).toBe(
      [
        '  The smallest counterexample has one fault:',
        "    the server's DATA number 1 comes a second time 999 ms later",
        '  TIME_WAIT is over 902 ms after the first close.',
        '  The new connection reads old octets 1.001 s after the first close.',
      ].join('\n'),
    );
    expect(tell(question).map(({ says }) => says)).not.toContain('reopening');
    for (const statement of tell(questionOf('old-octets'))) expect(sayStatement(statement)).toMatch(/^[A-Z].*\.$/);
  });
});
