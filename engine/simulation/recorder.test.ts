import { describe, expect, it } from 'vitest';
import { readFigure } from '../testing/figures';
import { client, drop, readThenClose, scenario, server } from '../testing/scenarios';
import { run } from './run';

describe('the records of a run', () => {
  const timeline = run(readFigure('last-ack-lost').scenario);

  it('draw a segment from lane to lane, even when nobody is there', () => {
    const drawn = timeline.segments.slice(6).map(({ fromLane, toLane, flags }) => `${fromLane} > ${toLane} ${flags}`);
    expect(drawn).toEqual([
      'c1 > server ACK',
      'server > c1 FIN, ACK',
      'c2 > server SYN',
      'server > c2 ACK',
      'c2 > server RST',
      'c2 > server SYN',
      'server > c2 SYN, ACK',
      'c2 > server ACK',
    ]);
  });

  it('say which connection a segment is of, and count from its initial number', () => {
    const numbers = timeline.segments
      .slice(8, 11)
      .map(({ flags, seq, relativeSeq, incarnation }) => [flags, seq, relativeSeq, incarnation]);
    expect(numbers).toEqual([
      ['SYN', 7000, 0, 2],
      ['ACK', 5002, 2, 1],
      ['RST', 1002, 2, 1],
    ]);
  });

  it('give both ends of a connection the same number, and name its socket', () => {
    expect(timeline.connections.map(({ id, socket, incarnation, isn }) => [id, socket, incarnation, isn])).toEqual([
      ['client:40000-server:80#1', 'c1', 1, 1000],
      ['server:80-client:40000#1', 's1', 1, 5000],
      ['client:40000-server:80#2', 'c2', 2, 7000],
      ['server:80-client:40000#2', 's2', 2, 9000],
    ]);
  });

  it('join the intervals of a connection without gap or overlap', () => {
    for (const { id, closedMs } of timeline.connections) {
      const own = timeline.intervals.filter(({ connection }) => connection === id);
      own.forEach(({ toMs }, index) => {
        expect(toMs).toBe(own[index + 1]?.fromMs ?? closedMs);
      });
    }
  });

  it('tell how a timer ended', () => {
    const again = run(readFigure('time-wait-answers').scenario);
    const waits = again.timers
      .filter(({ timer }) => timer === 'time-wait')
      .map(({ durationMs, end }) => [durationMs, end]);
    expect(waits).toEqual([
      [4000, 'restarted'],
      [4000, 'fired'],
    ]);
    const open = run(scenario({ sockets: [client('c1', [])], faults: [drop('client', 'server', {})], endMs: 10 }));
    expect(open.timers).toMatchObject([{ timer: 'retransmission', toMs: null, end: 'pending' }]);
  });

  it('hold an old SYN’s second control block apart from the first', () => {
    const sockets = [client('c1', [{ call: 'abort', atMs: 300 }]), ...server(readThenClose(), [])];
    const match = { from: 'client', to: 'server', flags: 'SYN' };
    const { connections } = run(scenario({ sockets, faults: [{ match, action: 'duplicate', byMs: 500 }] }));
    expect(connections.map(({ id }) => id)).toEqual([
      'client:40000-server:80#1',
      'server:80-client:40000#1',
      'server:80-client:40000#1.2',
    ]);
  });
});
