import { describe, expect, it } from 'vitest';
import { serverOutput } from '../scripts/fuzz-pastes/server-outputs';
import { diagnose } from './diagnose';
import { FILLING, FULL, MANY, MANY_CLOSE_WAIT, RULES } from './rules';

/** A range of a hundred ports, so that shares are counts. */
const RANGE = 'net.ipv4.ip_local_port_range = 40000 40099\n';

interface Rows {
  readonly state: string;
  readonly count: number;
}

/** Connections that this machine opened, each from a port of its own. */
function opened({ state, count }: Rows, from = '192.0.2.10', to = '198.51.100.1:8080'): string {
  return Array.from({ length: count }, (_, index) => `${state} 0 0 ${from}:${40_000 + index} ${to}\n`).join('');
}

/** Connections that clients opened to port 443. */
function accepted({ state, count }: Rows): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const client = `198.51.${100 + Math.floor(index / 250)}.${index % 250}:${50_000 + (index % 10_000)}`;
    return `${state} 0 0 192.0.2.10:443 ${client}\n`;
  });
  return `LISTEN 0 128 *:443 *:*\n${rows.join('')}`;
}

const waiting = (count: number): Rows => ({ state: 'TIME-WAIT', count });
const loopback = (count: number) => opened(waiting(count), '127.0.0.1', '127.0.0.1:9000');
const sysctl = (name: string, value: number | string) => `net.ipv4.${name} = ${value}\n`;
const full = FULL * 100;
const half = FILLING * 100;

interface Case {
  readonly fires: string;
  readonly almost: string;
}

const CASES: Readonly<Record<string, Case>> = {
  'ports-exhausted': { fires: RANGE + opened(waiting(full)), almost: RANGE + opened(waiting(full - 1)) },
  'ports-filling': { fires: RANGE + opened(waiting(half)), almost: RANGE + opened(waiting(half - 1)) },
  'ports-covered': {
    fires: RANGE + loopback(half),
    // Before Linux 4.18 the default was off, loopback or not.
    almost: `4.17.19\n${RANGE}${loopback(half)}`,
  },
  'buckets-overflow': { fires: 'TcpExtTCPTimeWaitOverflow 1 0.0\n', almost: 'TcpExtTCPTimeWaitOverflow 0 0.0\n' },
  'buckets-nearly-full': {
    fires: sysctl('tcp_max_tw_buckets', 100) + opened(waiting(90)),
    almost: sysctl('tcp_max_tw_buckets', 101) + opened(waiting(90)),
  },
  'close-wait': {
    fires: accepted({ state: 'CLOSE-WAIT', count: MANY_CLOSE_WAIT }),
    almost: accepted({ state: 'CLOSE-WAIT', count: MANY_CLOSE_WAIT - 1 }),
  },
  'half-closed': {
    fires: accepted({ state: 'FIN-WAIT-2', count: MANY }),
    almost: accepted({ state: 'FIN-WAIT-2', count: MANY - 1 }),
  },
  'old-timestamps': { fires: 'TcpExtPAWSTimewait 3 0.0\n', almost: 'TcpExtPAWSEstab 3 0.0\n' },
  'accepted-harmless': { fires: accepted(waiting(1)), almost: accepted({ state: 'ESTAB', count: 1 }) },
  'opened-spread': { fires: RANGE + opened(waiting(half - 1)), almost: RANGE + opened(waiting(half)) },
  memory: { fires: 'TCP: inuse 5 orphan 0 tw 1 alloc 8 mem 1\n', almost: 'TCP: inuse 5 orphan 0 tw 0 alloc 8 mem 1\n' },
  'counted-more': {
    fires: `TCP: inuse 5 orphan 0 tw 2 alloc 8 mem 1\n${accepted(waiting(1))}FIN-WAIT-2 0 0 192.0.2.10:443 192.0.2.9:5\n`,
    almost: `TCP: inuse 5 orphan 0 tw 1 alloc 8 mem 1\n${accepted(waiting(1))}FIN-WAIT-2 0 0 192.0.2.10:443 192.0.2.9:5\n`,
  },
  'close-the-socket': {
    fires: accepted({ state: 'CLOSE-WAIT', count: MANY_CLOSE_WAIT }),
    almost: accepted({ state: 'CLOSE-WAIT', count: MANY_CLOSE_WAIT - 1 }),
  },
  'keep-alive': {
    fires: accepted(waiting(MANY)),
    // Every tenth connection is open: they are kept for a while.
    almost: accepted(waiting(MANY)) + accepted({ state: 'ESTAB', count: 101 }).replaceAll('192.0.2.10:', '192.0.2.11:'),
  },
  pool: {
    fires: RANGE + opened(waiting(half)),
    almost: RANGE + opened(waiting(half)) + opened({ state: 'ESTAB', count: 56 }).split('\n').slice(50).join('\n'),
  },
  'upstream-keepalive': { fires: RANGE + opened(waiting(half)), almost: RANGE + opened(waiting(half - 1)) },
  'more-four-tuples': { fires: RANGE + opened(waiting(full)), almost: RANGE + loopback(full) },
  'turn-reuse-on': {
    fires: RANGE + opened(waiting(half)),
    almost: RANGE + sysctl('tcp_tw_reuse', 1) + opened(waiting(half)),
  },
  'turn-timestamps-on': {
    fires: sysctl('tcp_timestamps', 0) + opened(waiting(1)),
    almost: sysctl('tcp_timestamps', 0) + accepted(waiting(1)),
  },
  'widen-range': { fires: RANGE + opened(waiting(half)), almost: RANGE + opened(waiting(half - 1)) },
  'reserve-ports': {
    fires: 'LISTEN 0 128 *:33060 *:*\n',
    almost: `LISTEN 0 128 *:33060 *:*\n${sysctl('ip_local_reserved_ports', '33000-33100')}`,
  },
  'rfc1337-locks-out': { fires: sysctl('tcp_rfc1337', 1), almost: sysctl('tcp_rfc1337', 0) },
  'reuse-idle': {
    fires: sysctl('tcp_tw_reuse', 1) + accepted(waiting(1)),
    almost: sysctl('tcp_tw_reuse', 1) + accepted(waiting(1)) + opened(waiting(1)),
  },
  'recycle-on': { fires: sysctl('tcp_tw_recycle', 1), almost: sysctl('tcp_tw_recycle', 0) },
  'recycle-gone': {
    fires: 'sysctl: cannot stat /proc/sys/net/ipv4/tcp_tw_recycle: No such file or directory\n',
    almost: 'sysctl: cannot stat /proc/sys/net/ipv4/tcp_tw_recycled: No such file or directory\n',
  },
  'fin-timeout': { fires: sysctl('tcp_fin_timeout', 59), almost: sysctl('tcp_fin_timeout', 60) },
  'low-limit': {
    fires: sysctl('tcp_max_tw_buckets', 100) + opened(waiting(50)),
    almost: sysctl('tcp_max_tw_buckets', 100) + opened(waiting(49)),
  },
  resets: {
    fires: 'TcpExtTCPAbortOnData 10 0.0\nTcpActiveOpens 60 0.0\nTcpPassiveOpens 40 0.0\n',
    almost: 'TcpExtTCPAbortOnData 10 0.0\nTcpActiveOpens 61 0.0\nTcpPassiveOpens 40 0.0\n',
  },
  'leave-alone': {
    fires: `TCP: inuse 5 orphan 0 tw ${MANY} alloc 8 mem 1\n`,
    almost: `TCP: inuse 5 orphan 0 tw ${MANY - 1} alloc 8 mem 1\n`,
  },
};

const found = (text: string) => diagnose(text).findings.map(({ id }) => id);

it('has a case for every rule, and a source in every rule', () => {
  expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ id }) => id).sort());
  for (const { sources } of RULES)
    expect(sources.every(({ href }) => URL.canParse(href)) && sources.length > 0).toBe(true);
});

describe.each(Object.entries(CASES))('%s', (id, { fires, almost }) => {
  it('is found', () => {
    expect(found(fires)).toContain(id);
  });

  it('is not found where it almost is', () => {
    const { unread, findings } = diagnose(almost);
    expect(unread).toEqual([]);
    expect(findings.map((finding) => finding.id)).not.toContain(id);
  });
});

describe('recorded servers', () => {
  it.each([
    ['proxy-out-of-ports.txt', 'harm', ['ports-exhausted', 'pool', 'turn-reuse-on', 'more-four-tuples', 'widen-range']],
    ['web-server-harmless.txt', 'fine', ['accepted-harmless', 'memory']],
    ['close-wait-leak.txt', 'harm', ['close-wait', 'close-the-socket']],
    ['buckets-full.txt', 'harm', ['buckets-overflow', 'buckets-nearly-full', 'low-limit']],
    ['ss-tan-6.8.txt', 'fine', ['accepted-harmless', 'opened-spread', 'memory']],
    ['sysctl-a.txt', 'nothing', []],
  ])('%s is told as %s', (name, verdict, ids) => {
    const diagnosis = diagnose(serverOutput(name));
    expect(diagnosis.verdict).toBe(verdict);
    expect(diagnosis.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  it('tells whose connections this machine closed first, from how they were made', () => {
    const { facts } = diagnose(serverOutput('ss-tan-6.8.txt'));
    // 24 at port 443 and 10 at 8443; 12 to an upstream and 5 over loopback.
    expect(facts.timeWait).toEqual({ accepted: 34, opened: 17, unclear: 0 });
    expect(facts.services[0]).toEqual({ port: '443', timeWait: 24, established: 7, closeWait: 0 });
    expect(facts.families[0]).toMatchObject({ to: '192.0.2.100', port: '8080', timeWait: 12, held: 12 });
  });

  it('tells it as well where nothing is said of who listens', () => {
    const { facts } = diagnose(serverOutput('ss-state-time-wait.txt'));
    expect(facts.timeWait).toEqual({ accepted: 34, opened: 17, unclear: 0 });
  });

  it('counts the ports held from the destination’s side', () => {
    const { facts } = diagnose(serverOutput('proxy-out-of-ports.txt'));
    expect(facts.range).toMatchObject({ low: 40_000, high: 40_399, isGiven: true });
    expect(facts.families[0]).toMatchObject({ timeWait: 400, held: 400, share: 1 });
  });
});
