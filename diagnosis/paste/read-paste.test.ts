import { describe, expect, it } from 'vitest';
import type { TcpState } from '../../engine/tcp/state';
import { SERVER_OUTPUTS, serverOutput } from '../../scripts/fuzz-pastes/server-outputs';
import type { Paste } from './paste';
import { readPaste } from './read-paste';

/** How the recorded server's sockets were made, see fixtures/server-outputs/README.md. */
const WHOLE: Partial<Record<TcpState, number>> = {
  LISTEN: 4,
  ESTABLISHED: 9,
  CLOSE_WAIT: 5,
  FIN_WAIT_2: 5,
  SYN_SENT: 2,
  TIME_WAIT: 51,
};

function census({ sockets }: Paste): Partial<Record<TcpState, number>> {
  const counts: Partial<Record<TcpState, number>> = {};
  for (const { state } of sockets) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

const timers = ({ sockets }: Paste) => sockets.filter(({ timeWaitSeconds }) => timeWaitSeconds !== null).length;

/** Recordings of something else than all of the server's TCP sockets. */
const OTHER =
  /^(ss-s-|ss-6|ss-from|ss-state|nstat|sysctl|proc|sockstat|cut-off|netstat-cut|everything|proxy|web|close|buckets)/;
const ALL_SOCKETS = [...SERVER_OUTPUTS.keys()].filter((name) => !OTHER.test(name));

it('has at least thirty recordings, most of them of the whole server', () => {
  expect(SERVER_OUTPUTS.size).toBeGreaterThanOrEqual(30);
  expect(ALL_SOCKETS.length).toBeGreaterThanOrEqual(30);
});

describe.each(ALL_SOCKETS)('%s', (name) => {
  const paste = readPaste(serverOutput(name));

  it('has every socket in its state, and nothing that is not read', () => {
    expect(census(paste)).toEqual(WHOLE);
    // Warnings of the tools themselves are no output that could be read.
    expect(paste.unread.filter(({ text }) => !/^(Failed to find cgroup2|RTNETLINK answers)/.test(text))).toEqual([]);
    expect(paste.repeated).toBe(0);
  });

  it('has the timers that were asked for', () => {
    // All of TIME_WAIT and the two orphans.
    const expected = /tano|anto|netstat-ant-|tane|one-line/.test(name) ? 53 : 0;
    expect(timers(paste)).toBe(expected);
  });
});

describe('parts of it', () => {
  it('has IPv6 alone', () => {
    expect(census(readPaste(serverOutput('ss-6.txt')))).toEqual({ LISTEN: 1, TIME_WAIT: 10, ESTABLISHED: 2 });
  });

  it.each(['ss-state-time-wait.txt', 'ss-state-time-wait-timers.txt'])(
    'knows the state where it is not printed: %s',
    (name) => {
      expect(census(readPaste(serverOutput(name)))).toEqual({ TIME_WAIT: 51 });
    },
  );

  it('does not guess a state that nothing tells', () => {
    const rows = serverOutput('ss-state-time-wait.txt').split('\n').slice(1).join('\n');
    const { sockets, unreadCount, unread } = readPaste(rows);
    expect([sockets.length, unreadCount, unread[0]?.why]).toEqual([0, 51, 'no-state']);
  });

  it.each(['ss-s-4.4.txt', 'ss-s-7.1.txt'])('reads the sums of %s', (name) => {
    const { summary, unread } = readPaste(serverOutput(name));
    expect(summary).toMatchObject({ total: 103, estab: 14, closed: 80, orphaned: 0, timewait: 53 });
    expect(unread).toEqual([]);
  });

  it('reads sockstat', () => {
    expect(readPaste(serverOutput('sockstat.txt')).sockstat).toEqual({
      inuse: 20,
      orphan: 0,
      tw: 53,
      alloc: 50,
      mem: 94,
    });
  });

  it.each([
    ['nstat-4.4.txt', 44],
    ['nstat-7.1.txt', 44],
    ['nstat-az.txt', 396],
  ])('reads the counters of %s', (name, count) => {
    const { counters, unread } = readPaste(serverOutput(name));
    expect(Object.keys(counters)).toHaveLength(count);
    expect(counters.TcpPassiveOpens).toBeGreaterThan(40);
    expect(unread).toEqual([]);
  });

  it('reads settings, also those that are gone', () => {
    expect(readPaste(serverOutput('sysctl.txt')).sysctl).toMatchObject({
      'net.ipv4.ip_local_port_range': '32768\t60999',
      'net.ipv4.tcp_tw_reuse': '2',
      'net.ipv4.tcp_tw_recycle': null,
    });
    expect(readPaste(serverOutput('proc-sys.txt')).sysctl).toMatchObject({ 'net.ipv4.tcp_fin_timeout': '60' });
    expect(readPaste(serverOutput('sysctl-a.txt')).unread).toEqual([]);
  });

  it('says which lines are cut off', () => {
    const both = readPaste(serverOutput('cut-off-at-both-ends.txt'));
    expect(both.unread.map(({ line, why }) => [line, why])).toEqual([
      [1, 'not-known'],
      [26, 'cut-off'],
    ]);
    expect(both.sockets).toHaveLength(24);
    const netstat = readPaste(serverOutput('netstat-cut-off.txt'));
    expect(netstat.unread).toEqual([]);
    expect(netstat.sockets).toHaveLength(14);
  });

  it('takes every command at once, and counts a four-tuple once', () => {
    const { kernel, summary, sockstat, counters, sysctl, repeated, unread } = readPaste(serverOutput('everything.txt'));
    expect(kernel).toBe('6.18.44');
    expect([summary.timewait, sockstat.tw, counters.TcpExtTCPTimeWaitOverflow]).toEqual([53, 53, 0]);
    expect(sysctl['net.ipv4.tcp_tw_reuse']).toBe('2');
    // All but the eight IPv6 pairs, whose addresses netstat cuts off.
    expect(repeated).toBe(68);
    expect(unread).toEqual([]);
  });
});

describe('a line', () => {
  const only = (text: string) => readPaste(text).sockets[0];

  it.each([
    ['TIME-WAIT 0 0 [fe80::1]%eth0:22 [fe80::2]:1', { address: 'fe80::1', port: 22 }],
    ['TIME-WAIT 0 0 fe80::1%eth0:22 fe80::2:1', { address: 'fe80::1', port: 22 }],
    ['TIME-WAIT 0 0 [fe80::1%eth0]:22 [fe80::2]:1', { address: 'fe80::1', port: 22 }],
    ['TIME-WAIT 0 0 ::ffff:192.0.2.1:80 ::ffff:192.0.2.2:1', { address: '192.0.2.1', port: 80 }],
    ['TIME-WAIT 0 0 localhost:http localhost:5', { address: 'localhost', port: 'http' }],
    ['CLOSE-WAIT120 0 192.0.2.1:80 192.0.2.2:1', { address: '192.0.2.1', port: 80 }],
  ])('%s', (text, local) => {
    expect(only(text)?.local).toEqual(local);
  });

  it.each([
    ['TIME-WAIT 0 0 192.0.2.1:80', 'cut-off'],
    ['TIME-WAIT 0 0 192.0.2.1:80 192.0.2.2', 'cut-off'],
    ['TIME-WAIT 0 0 192.0.2.1:80 192.0.2.2:70000', 'cut-off'],
    ['tcp 0 0 192.0.2.1:80 192.0.2.2:7', 'cut-off'],
    ['hello', 'not-known'],
    ['net.ipv4', 'not-known'],
  ])('%s is listed', (text, why) => {
    expect(readPaste(`\n${text}\n`).unread).toEqual([{ line: 2, text, why }]);
  });

  it('goes on below where the window was too narrow', () => {
    const text = 'TIME-WAIT 0 0 192.0.2.1:80\n      192.0.2.2:7 timer:(timewait,1min2sec,0)\n';
    expect(readPaste(text)).toMatchObject({ unreadCount: 0, sockets: [{ timeWaitSeconds: 62 }] });
  });

  it('may bear colours and a carriage return', () => {
    expect(only('\x1b[33mTIME-WAIT\x1b[0m 0 0 192.0.2.1:80 192.0.2.2:7\r\n')?.state).toBe('TIME_WAIT');
  });
});

it('reads 100,000 lines, leaves the rest and tells how far it is', () => {
  const row = (index: number) =>
    `TIME-WAIT  0  0  192.0.2.${index % 250}:443   198.51.100.${(index >> 8) % 250}:${1024 + (index % 60_000)}  timer:(timewait,5sec,0)`;
  const told: number[] = [];
  const paste = readPaste(Array.from({ length: 100_003 }, (_, index) => row(index)).join('\n'), (done) =>
    told.push(done),
  );
  expect(paste.sockets.length + paste.repeated).toBe(100_000);
  expect([paste.lines, paste.leftOut]).toEqual([100_000, 3]);
  expect(told).toHaveLength(21);
});
