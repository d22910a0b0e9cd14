import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figure } from '../../../model/figure';
import { run } from '../../simulation/run';
import type { Scenario } from '../../simulation/scenario';
import { withSettings } from '../../simulation/settings';
import { takeMeasure } from '../../simulation/take-measure';
import { FIGURE_NAMES, readFigure } from '../../testing/figures';
import { LAB_PROBLEMS, type LabProblemKey } from './lab-problem';
import { LONGEST_SCRIPT } from './longest-script';
import { parseLabScript } from './parse-lab-script';
import { printLabScript } from './print-lab-script';
import { VOCABULARY } from './vocabulary';

const HOSTS = 'host client\nhost server\n';

function read(text: string): Scenario {
  const parsed = parseLabScript(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

describe('a lab script', () => {
  it('says a scenario in the words of the socket API', () => {
    const scenario = read(`profile linux
      link 20ms
      link client > server 80ms
      loss 5%
      reorder 10% by 1.5s
      host client as peer   # a comment
        net.ipv4.tcp_tw_reuse = 1
        ip_local_port_range = 40000 40001
        0.5 connect server:80
        +0.1 write "a # \\"b\\""
        SO_LINGER 0
        close
      host server
        SO_REUSEADDR 0
        listen 80
        accept
        read 3
        read all
      delay client > server DATA seq 1 connection 2 nth 3 by 100ms
      drop server > client every`);
    expect(scenario.link).toEqual({
      oneWayMs: 20,
      pairs: [{ from: 'client', to: 'server', oneWayMs: 80 }],
      loss: 0.05,
      reorder: { share: 0.1, byMs: 1500 },
    });
    expect(scenario.hosts[0]).toEqual({
      id: 'client',
      role: 'peer',
      address: '10.0.0.1',
      sysctls: { tcp_tw_reuse: 1, ip_local_port_range: [40_000, 40_001] },
    });
    expect(scenario.sockets.map(({ id, steps }) => [id, steps])).toEqual([
      [
        'client',
        [
          { call: 'connect', host: 'server', port: 80, atMs: 500 },
          { call: 'send', data: 'a # "b"', afterMs: 100 },
          { call: 'abort' },
        ],
      ],
      [
        'server',
        [
          { call: 'listen', port: 80, reuseAddress: false },
          { call: 'accept', as: 'server-accepted' },
        ],
      ],
      ['server-accepted', [{ call: 'receive', octets: 3 }, { call: 'receiveEnd' }]],
    ]);
    expect(scenario.faults).toEqual([
      {
        match: { from: 'client', to: 'server', flags: 'DATA', relativeSeq: 1, incarnation: 2, occurrence: 3 },
        action: 'delay',
        byMs: 100,
      },
      { match: { from: 'server', to: 'client' }, action: 'drop' },
    ]);
  });

  it.each(FIGURE_NAMES)('can say the figure %s, and its claims still hold', (name) => {
    const { scenario, claims } = readFigure(name);
    const again = read(printLabScript(scenario, 'A title'));
    expect(printLabScript(again)).toBe(printLabScript(scenario));
    for (const { says, settings = {}, measure, equals } of claims) {
      expect([says, takeMeasure(run(withSettings(again, settings)), measure)]).toEqual([says, equals]);
    }
  });

  it('knows every word that it offers, in the place where it is said to stand', () => {
    for (const { word, about, example } of VOCABULARY) {
      const head = `${HOSTS}${about === 'call' ? 'listen 80\n' : ''}`;
      const text = word === 'host' ? `host a\n${example}` : word === 'listen' ? `${HOSTS}${example}` : head + example;
      const under = word === 'connect' ? 'host server\nhost client\nconnect server:80' : text;
      expect([word, parseLabScript(under).ok]).toEqual([word, true]);
    }
  });
});

const SOCKETS = Array.from({ length: 41 }, (_, index) => `socket s${index}\n`).join('');

/** For each thing that can be wrong: a script, and the line. */
const WRONG: readonly (readonly [LabProblemKey, string, number])[] = [
  ['unknownWord', `${HOSTS}frobnicate`, 3],
  ['unknownWordMeant', `${HOSTS}conect server:80`, 3],
  ['usage', `${HOSTS}listen`, 3],
  ['time', `link 5\n${HOSTS}`, 1],
  ['timeNotHere', `${HOSTS}0.5 seed 3`, 3],
  ['number', `${HOSTS}listen 80000`, 3],
  ['outsideHost', `listen 80\n${HOSTS}`, 1],
  ['unknownHost', `${HOSTS}connect nowhere:80`, 3],
  ['sameHost', `${HOSTS}connect server:80`, 3],
  ['unknownSocket', `${HOSTS}listen 80\naccept s1`, 4],
  ['hostTwice', `${HOSTS}host client`, 3],
  ['socketTwice', `${HOSTS}socket a\nsocket a`, 4],
  ['hostCount', 'host client', 1],
  ['openQuote', `${HOSTS}write "a`, 3],
  ['ascii', `${HOSTS}write "é"`, 3],
  ['acceptWithoutListen', `${HOSTS}accept`, 3],
  ['acceptTwice', `${HOSTS}listen 80\naccept\naccept`, 5],
  ['acceptedElsewhere', 'host client\nsocket s1\nhost server\nlisten 80\naccept s1', 5],
  ['childConnects', `${HOSTS}listen 80\naccept\nconnect client:80`, 5],
  ['tooMany', `${HOSTS}${SOCKETS}`, 43],
  ['tooLong', 'x'.repeat(LONGEST_SCRIPT + 1), 1],
];

it('has every word in the docs', () => {
  const docs = readFileSync(new URL('../../../docs/lab.md', import.meta.url), 'utf8');
  for (const { usage } of VOCABULARY) expect(docs).toContain(`\`${usage.replaceAll('|', '\\|')}\``);
});

describe('a script with a mistake', () => {
  it.each(WRONG)('is told of %s and its line', (key, text, line) => {
    const parsed = parseLabScript(text);
    expect(parsed.ok ? null : parsed.problems.map((problem) => [problem.key, problem.line])).toEqual([[key, line]]);
  });

  it('can have every mistake there is; what happens too often, the lab finds when it plays', () => {
    expect(new Set([...WRONG.map(([key]) => key), 'tooMuchHappens'])).toEqual(new Set(LAB_PROBLEMS));
  });

  it('is told of every bad line at once', () => {
    const parsed = parseLabScript(`prof\n${HOSTS}zzz\nlisten x`);
    expect(parsed.ok ? [] : parsed.problems.map(({ line }) => line)).toEqual([1, 4, 5]);
  });

  const word = fc.constantFrom(...VOCABULARY.map(({ word }) => word));
  const part = fc.oneof(
    fc.constantFrom(
      'client',
      'server:80',
      '>',
      'by',
      '=',
      '80',
      '5ms',
      '10%',
      'DATA',
      'every',
      'nth',
      '"x"',
      's1',
      'as',
    ),
    fc.string({ maxLength: 6 }),
  );
  const line = fc.tuple(word, fc.array(part, { maxLength: 6 })).map(([first, rest]) => [first, ...rest].join(' '));
  const example = fc.constantFrom(...VOCABULARY.map(({ example }) => example));

  it('never throws, and what it reads is a scenario as the book has them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, example), { maxLength: 12 }), (lines) => {
        const parsed = parseLabScript(`${HOSTS}${lines.join('\n')}`);
        if (parsed.ok) expect(figure.shape.scenario.safeParse(parsed.scenario).error).toBeUndefined();
        else for (const { line } of parsed.problems) expect(line).toBeLessThanOrEqual(200);
      }),
      { numRuns: 600 },
    );
  });
});

describe('a line that says too little or too much', () => {
  const problemsOf = (text: string) => {
    const parsed = parseLabScript(text);
    return parsed.ok ? [] : parsed.problems.map(({ line }) => line);
  };

  it.each([
    ['a link of a host to itself', 'link client > client 5ms'],
    ['reordering without a delay', 'reorder 10%'],
    ['reordering by something else', 'reorder 10% by soon'],
    ['a kernel setting that no host has', 'net.ipv4.tcp_tw_reuse = 1'],
    ['a fault on a link of a host to itself', 'drop client > client FIN'],
  ])('is named: %s', (_what, text) => {
    expect(problemsOf(`${text}\n${HOSTS}`)).toContain(1);
  });

  it.each([
    ['text with something behind it', 'write "a" b'],
    ['no text', 'write ""'],
    ['a port with something behind it', 'listen 80 90'],
    ['a word that nearly is one', 'conect server:80'],
  ])('is named: %s', (_what, text) => {
    expect(problemsOf(`host server\nhost client\n  ${text}`)).toContain(3);
  });
});

it('is written as it was read, whatever it says', () => {
  const scenario = read(`profile linux
    link 20ms
    loss 5%
    reorder 10% by 1.5s
    seed 7
    origin 0.5s
    host client
      address 10.0.0.9
      profile rfc9293
      isn 1000 2000
      window 5000
      timestamp_clock +3s
      connect server:80
      SO_REUSEADDR 0
      SO_LINGER 0
      close
    host server
      SO_REUSEADDR 0
      listen 80
      SO_REUSEADDR 1
      accept
    drop server > client SYN every`);
  const printed = printLabScript(scenario);
  for (const said of ['seed 7', 'address 10.0.0.9', 'isn 1000 2000', 'timestamp_clock +3s'])
    expect(printed).toContain(said);
  expect(read(printed)).toEqual(scenario);
});
