import { describe, expect, it } from 'vitest';
import { run } from '../simulation/run';
import type { Entry, Timeline } from '../simulation/timeline';
import { FIGURE_NAMES, readFigure } from '../testing/figures';
import { NETWORK_RUNS } from '../testing/network-runs';
import { client, scenario, server } from '../testing/scenarios';

/** Calls that the RFC knows; bind() and accept() are the host's own affair, and a crash is no call. */
const CALLS = ['listen', 'connect', 'send', 'receive', 'receiveEnd', 'shutdown', 'close', 'abort'];

const unconnected = run(
  scenario({
    sockets: [
      { id: 'c1', host: 'client', lane: 'client', steps: [{ call: 'send', data: 'abc' }] },
      { id: 'c2', host: 'client', lane: 'client', steps: [{ call: 'receive' }] },
      { id: 'c3', host: 'client', lane: 'client', steps: [{ call: 'close' }, { call: 'abort' }, { call: 'shutdown' }] },
      {
        id: 'l1',
        host: 'server',
        lane: 'server',
        steps: [
          { call: 'listen', port: 81 },
          { call: 'send', data: 'abc' },
        ],
      },
      { id: 'l2', host: 'server', lane: 'server', steps: [{ call: 'listen', port: 82 }, { call: 'abort' }] },
    ],
  }),
);

const readsOn = run(
  scenario({
    sockets: [
      client('c1', [
        { call: 'send', data: 'abc', atMs: 500 },
        { call: 'close', atMs: 900 },
      ]),
      ...server([{ call: 'receiveEnd' }, { call: 'receive' }, { call: 'close' }]),
    ],
  }),
);

function happened({ entries }: Timeline, call: string): Pick<Entry, 'before' | 'rules'>[] {
  return entries
    .filter(({ cause }) => (cause.type === 'call' || cause.type === 'return') && cause.call === call)
    .map(({ before, rules }) => ({ before, rules }));
}

describe('the entries of a timeline', () => {
  it.each([
    ...FIGURE_NAMES.map((name) => [name, run(readFigure(name).scenario)] as const),
    ...NETWORK_RUNS.map((timeline, index) => [`network run ${index}`, timeline] as const),
    ['calls without a connection', unconnected] as const,
    ['reading on after the end', readsOn] as const,
  ])('name a rule for every call and every segment: %s', (_name, { entries }) => {
    for (const [index, { cause, rules }] of entries.entries()) {
      const isRead = cause.type === 'call' && cause.call.startsWith('receive');
      // Where there is something to read, the hand-over that follows at once tells of it.
      const told = isRead && rules.length === 0 ? entries[index + 1]?.rules : rules;
      if (cause.type === 'segment' || (cause.type === 'call' && CALLS.includes(cause.call))) {
        expect({ cause, told }).not.toEqual({ cause, told: [] });
      }
    }
  });

  it('tell of calls for which there is no connection', () => {
    const none = { before: 'CLOSED', rules: ['call/no-connection'] };
    for (const call of ['receive', 'close', 'shutdown']) expect(happened(unconnected, call)[0]).toEqual(none);
    expect(happened(unconnected, 'send').filter(({ rules }) => rules.length > 0)).toEqual([
      none,
      { before: 'LISTEN', rules: ['call/remote-unspecified'] },
    ]);
    expect(happened(unconnected, 'abort')).toEqual([none, { before: 'LISTEN', rules: ['abort/deleted'] }]);
  });

  it('tell why read() waits, and why it returns 0', () => {
    expect(happened(readsOn, 'receiveEnd')).toEqual([
      { before: 'ESTABLISHED', rules: ['receive/nothing'] },
      { before: 'ESTABLISHED', rules: ['receive/delivered'] },
      { before: 'CLOSE_WAIT', rules: ['receive/end-of-stream'] },
    ]);
    expect(happened(readsOn, 'receive')).toEqual([
      { before: 'CLOSE_WAIT', rules: ['receive/end-of-stream'] },
      { before: 'CLOSE_WAIT', rules: ['receive/end-of-stream'] },
    ]);
  });
});
