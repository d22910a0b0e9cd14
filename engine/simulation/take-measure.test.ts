import { describe, expect, it } from 'vitest';
import { readFigure } from '../testing/figures';
import { client, drop, readThenClose, scenario, server } from '../testing/scenarios';
import type { Measure } from './measure';
import { run } from './run';
import { withSettings } from './settings';
import { takeMeasure } from './take-measure';

const lost = readFigure('last-ack-lost').scenario;
const timeline = run(lost);
const old = run(readFigure('old-duplicate').scenario);

describe('measures of figure 168', () => {
  it.each<[string, Measure, string | number | null]>([
    ['a state, counted from the origin', { measure: 'state', socket: 's1', atMs: 200 }, 'LAST_ACK'],
    [
      'a state before the origin is none of the picture, yet known',
      { measure: 'state', socket: 'c1', atMs: 0 },
      'FIN_WAIT_1',
    ],
    [
      'the state at the very moment of a change is the new one',
      { measure: 'state', socket: 'c1', atMs: 300 },
      'CLOSED',
    ],
    ['a listener', { measure: 'state', socket: 'srv', atMs: 0 }, 'LISTEN'],
    ['a socket that has no connection yet', { measure: 'state', socket: 'c2', atMs: 0 }, 'CLOSED'],
    ['how long a state lasts', { measure: 'timeInState', socket: 's1', state: 'LAST_ACK' }, 1300],
    ['how long one that never was', { measure: 'timeInState', socket: 's1', state: 'CLOSING' }, 0],
    ['what ends a state: a segment', { measure: 'leftBy', socket: 's1', state: 'LAST_ACK' }, 'RST'],
    ['… a timer', { measure: 'leftBy', socket: 'c1', state: 'TIME_WAIT' }, 'timeout'],
    ['… a call', { measure: 'leftBy', socket: 's1', state: 'CLOSE_WAIT' }, 'call'],
    ['… nothing', { measure: 'leftBy', socket: 'c2', state: 'ESTABLISHED' }, 'nothing'],
    [
      'an answer',
      { measure: 'answerTo', segment: { from: 'client', to: 'server', flags: 'SYN', incarnation: 2 } },
      'ACK',
    ],
    [
      'no answer to what is lost',
      { measure: 'answerTo', segment: { from: 'server', to: 'client', flags: 'FIN,ACK', occurrence: 2 } },
      'nothing',
    ],
    [
      'no answer to what was never sent',
      { measure: 'answerTo', segment: { from: 'server', to: 'client', flags: 'RST' } },
      'nothing',
    ],
    ['the time of connect()', { measure: 'connectTime', socket: 'c2' }, 1100],
    ['its result', { measure: 'connectResult', socket: 'c2' }, '0'],
    ['of a socket that never connects', { measure: 'connectResult', socket: 's1' }, 'pending'],
    ['resets', { measure: 'resetsSent', host: 'client' }, 1],
    ['segments', { measure: 'segmentsSent', segment: { from: 'client', to: 'server', flags: 'SYN' } }, 3],
    [
      'segments by number',
      { measure: 'segmentsSent', segment: { from: 'server', to: 'client', relativeSeq: 1, flags: 'FIN,ACK' } },
      2,
    ],
    ['what was read', { measure: 'received', socket: 'c2' }, ''],
  ])('%s', (_says, measure, value) => {
    expect(takeMeasure(timeline, measure)).toBe(value);
  });

  it('gives no time for a connect() that failed', () => {
    const refused = run(withSettings(lost, { profile: 'rfc793' }));
    expect(takeMeasure(refused, { measure: 'connectTime', socket: 'c2' })).toBeNull();
    expect(takeMeasure(refused, { measure: 'connectResult', socket: 'c2' })).toBe('ECONNREFUSED');
  });

  it('takes a delayed ACK for the answer that it is', () => {
    const linux = run(withSettings(lost, { profile: 'linux' }));
    const segment = { from: 'client', to: 'server', flags: 'FIN,ACK', incarnation: 1 };
    expect(takeMeasure(linux, { measure: 'answerTo', segment })).toBe('ACK');
  });
});

describe('measures of figure 167', () => {
  it('tell old octets from new ones', () => {
    expect(takeMeasure(old, { measure: 'oldOctets', socket: 'c2' })).toBe(3);
    expect(takeMeasure(old, { measure: 'oldOctets', socket: 'c1' })).toBe(0);
    expect(takeMeasure(old, { measure: 'received', socket: 'c2' })).toBe('OLD');
  });

  it('name data as data', () => {
    const segment = { from: 'server', to: 'client', flags: 'DATA', incarnation: 1, occurrence: 2 };
    expect(takeMeasure(old, { measure: 'segmentsSent', segment: { ...segment, occurrence: undefined } })).toBe(2);
    expect(takeMeasure(old, { measure: 'answerTo', segment })).toBe('ACK');
  });
});

it('counts what the network copied once', () => {
  const match = { from: 'client', to: 'server', flags: 'FIN,ACK' };
  const sockets = [client('c1', [{ call: 'close' }]), ...server(readThenClose())];
  const copied = run(
    scenario({
      sockets,
      faults: [{ match, action: 'duplicate', byMs: 5 }, drop('server', 'client', { flags: 'RST' })],
    }),
  );
  expect(takeMeasure(copied, { measure: 'segmentsSent', segment: match })).toBe(1);
});
