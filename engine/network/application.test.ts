import { describe, expect, it } from 'vitest';
import { run } from '../simulation/run';
import type { SocketSpec, Step } from '../simulation/scenario';
import { client, host, readThenClose, scenario, server } from '../testing/scenarios';
import { tell } from '../testing/tell';

/** What the calls of one socket gave back, in order; calls that do not block and do not fail give back nothing. */
function returns(sockets: readonly SocketSpec[], socket: string): string[] {
  return run(scenario({ sockets })).entries.flatMap(({ cause }) =>
    cause.type === 'return' && cause.socket === socket ? [`${cause.call} ${cause.result}`] : [],
  );
}

function lone(steps: readonly Step[]): SocketSpec[] {
  return [{ id: 'x', host: 'client', lane: 'client', steps }];
}

describe('a script', () => {
  it('waits for the moment and for the pause that its steps name', () => {
    const steps: Step[] = [
      { call: 'send', data: 'a', afterMs: 30 },
      { call: 'send', data: 'b', atMs: 500 },
      { call: 'send', data: 'c', atMs: 10, afterMs: 20 },
    ];
    const { entries } = run(scenario({ profile: 'rfc793', sockets: [client('c1', steps), ...server([])] }));
    const sends = entries.flatMap(({ atMs, cause }) => (cause.type === 'call' && cause.call === 'send' ? [atMs] : []));
    expect(sends).toEqual([130, 500, 520]);
  });

  it('ends with a call that fails', () => {
    const steps: Step[] = [{ call: 'receive' }, { call: 'close' }, { call: 'bind', port: 9 }];
    const timeline = run(scenario({ sockets: lone(steps) }));
    expect(tell(timeline)).toEqual(['0 client: receive()', '0 client: receive returns ENOTCONN']);
  });

  it.each<[string, Step]>([
    ['send', { call: 'send', data: 'a' }],
    ['receiveEnd', { call: 'receiveEnd' }],
  ])('cannot %s without a connection', (call, step) => {
    expect(returns(lone([step]), 'x')).toEqual([`${call} ENOTCONN`]);
  });

  it('may close what never opened', () => {
    expect(tell(run(scenario({ sockets: lone([{ call: 'close' }]) })))).toEqual(['0 client: close()']);
  });

  it('cannot take the port of a listener', () => {
    const other = { id: 'other', host: 'server', lane: 'server', steps: [{ call: 'bind', port: 80 } as const] };
    expect(returns([...server(), other], 'other')).toEqual(['bind EADDRINUSE']);
  });

  it('cannot send after it has shut down', () => {
    const steps: Step[] = [{ call: 'shutdown' }, { call: 'send', data: 'late' }];
    expect(returns([client('c1', steps), ...server(readThenClose())], 'c1')).toEqual(['connect 0', 'send EPIPE']);
  });

  it('is told of a reset, while it waits and afterwards', () => {
    const reader = [client('c1', [{ call: 'receive' }]), ...server([{ call: 'abort', afterMs: 100 }])];
    expect(returns(reader, 'c1')).toEqual(['connect 0', 'receive ECONNRESET']);
    const writer = [
      client('c1', [{ call: 'send', data: 'a', atMs: 900 }]),
      ...server([{ call: 'abort', afterMs: 100 }]),
    ];
    expect(returns(writer, 'c1')).toEqual(['connect 0', 'send ECONNRESET']);
  });

  it('finds nothing to close when the other side has reset', () => {
    const sockets = [client('c1', [{ call: 'close', atMs: 900 }]), ...server([{ call: 'abort', afterMs: 100 }])];
    const { entries } = run(scenario({ sockets }));
    expect(entries.at(-1)).toMatchObject({ cause: { call: 'close' }, rules: ['call/no-connection'], before: 'CLOSED' });
  });

  it('reads what it asks for, piece by piece, and less at the end of the stream', () => {
    const writer: Step[] = [
      { call: 'send', data: 'abc' },
      { call: 'send', data: 'defgh', afterMs: 200 },
      { call: 'close' },
    ];
    const reader: Step[] = [{ call: 'receive', octets: 4 }, { call: 'receive', octets: 9 }, { call: 'receiveEnd' }];
    const sockets = [client('c1', writer), ...server(reader)];
    expect(returns(sockets, 's1')).toEqual([
      'receive 3 octets',
      'receive 1 octet',
      'receive 4 octets',
      'receive 0',
      'receiveEnd 0',
    ]);
    expect(run(scenario({ sockets })).deliveries.map(({ text }) => text)).toEqual(['abc', 'd', 'efgh']);
  });
});

describe('a listener', () => {
  it('that closes refuses who comes later, and keeps what it has made', () => {
    const listener: SocketSpec = {
      id: 'srv',
      host: 'server',
      lane: 'server',
      steps: [{ call: 'listen', port: 80 }, { call: 'accept', as: 's1' }, { call: 'close' }],
    };
    const child: SocketSpec = { id: 's1', host: 'server', lane: 'server', steps: readThenClose() };
    const late = {
      ...client('c2', [], 1000),
      steps: [{ call: 'connect', host: 'server', port: 80, atMs: 1000 } as const],
    };
    const timeline = run(scenario({ sockets: [listener, child, client('c1', [{ call: 'close' }]), late] }));
    expect(tell(timeline, 1000)).toContain('1100 client: connect returns ECONNREFUSED');
    expect(timeline.intervals.some(({ state }) => state === 'LAST_ACK')).toBe(true);
  });

  it('that crashes is gone without a word', () => {
    const listener: SocketSpec = {
      id: 'srv',
      host: 'server',
      lane: 'server',
      steps: [{ call: 'listen', port: 80 }, { call: 'crash' }],
    };
    expect(tell(run(scenario({ sockets: [listener, client('c1', [])] })))).toContain('0 server: crash() > CLOSED');
    expect(returns([listener, client('c1', [])], 'c1')).toEqual(['connect ECONNREFUSED']);
  });

  it('hands out connections in the order in which they were established', () => {
    const from = (id: string, atMs: number): SocketSpec => ({
      id,
      host: 'client',
      lane: 'client',
      steps: [{ call: 'connect', host: 'server', port: 80, atMs }],
    });
    const slow: SocketSpec[] = server([], []).map((socket) =>
      socket.id === 'srv'
        ? { ...socket, steps: socket.steps.map((step, index) => (index === 1 ? { ...step, atMs: 500 } : step)) }
        : socket,
    );
    const { connections } = run(scenario({ sockets: [from('a', 10), from('b', 0), ...slow] }));
    const accepted = connections.filter(({ host: at }) => at === 'server');
    expect(accepted.map(({ socket, openedMs }) => [socket, openedMs])).toEqual([
      ['s1', 50],
      ['s2', 60],
    ]);
  });
});

it('takes the delay of a pair of hosts where the link names one', () => {
  const sockets = [client('c1', []), ...server([])];
  const link = { oneWayMs: 50, pairs: [{ from: 'server', to: 'client', oneWayMs: 200 }] };
  expect(run(scenario({ sockets, link })).segments.map(({ sentMs, arrivesMs }) => arrivesMs - sentMs)).toEqual([
    50, 200, 50,
  ]);
});

it('draws initial numbers from a clock once the chosen ones are used up, the same for the same seed', () => {
  const sockets = [client('c1', [{ call: 'abort', atMs: 200 }]), client('c2', [], 1000), ...server([], [])];
  const hosts = [host('client', 'client'), host('server', 'server', { isns: [5000] })];
  const isns = (seed: number) => run(scenario({ sockets, hosts, seed })).connections.map(({ isn }) => isn);
  const [first = 0, chosen, second = 0] = isns(1);
  expect(chosen).toBe(5000);
  // 250 ticks of the RFC's clock a millisecond.
  expect((second - first) >>> 0).toBe(250_000);
  expect(isns(1)).toEqual(isns(1));
  expect(isns(2)).not.toEqual(isns(1));
});
