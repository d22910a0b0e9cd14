import { describe, expect, it } from 'vitest';
import { readFigure } from '../testing/figures';
import { alreadyThere, heldByTimeWait, portsRunOut, takenOver } from '../testing/network-runs';
import { client, delay, drop, duplicate, host, readThenClose, scenario, server } from '../testing/scenarios';
import { tell } from '../testing/tell';
import { run } from './run';
import { withSettings } from './settings';

describe('figure 168', () => {
  const { scenario: lost } = readFigure('last-ack-lost');

  it('goes as it was drawn', () => {
    expect(tell(run(lost))).toEqual([
      '0 c1: close() > FIN_WAIT_1, sends FIN,ACK 1001:5001',
      '50 server: FIN,ACK 1001:5001 arrives > CLOSE_WAIT, sends ACK 5001:1002',
      '50 server: receiveEnd returns 0',
      '100 c1: ACK 5001:1002 arrives > FIN_WAIT_2',
      '150 server: close() > LAST_ACK, sends FIN,ACK 5001:1002',
      '200 c1: FIN,ACK 5001:1002 arrives > TIME_WAIT, sends ACK 1002:5002 (lost)',
      '300 c1: time-wait runs out > CLOSED',
      '1150 server: retransmission runs out, sends FIN,ACK 5001:1002 (lost)',
      '1300 c2: bind(40000)',
      '1300 c2: connect(server:80) > SYN_SENT, sends SYN 7000',
      '1350 server: SYN 7000 arrives, sends ACK 5002:1002 (challenge)',
      '1400 c2: ACK 5002:1002 arrives, sends RST 1002',
      '1450 server: RST 1002 arrives > CLOSED',
      '2300 c2: retransmission runs out, sends SYN 7000',
      '2350 server: SYN 7000 arrives > SYN_RECEIVED, sends SYN,ACK 9000:7001',
      '2400 c2: SYN,ACK 9000:7001 arrives > ESTABLISHED, sends ACK 7001:9001',
      '2400 c2: connect returns 0',
      '2450 server: ACK 7001:9001 arrives > ESTABLISHED',
      '2450 server: accept returns s2',
    ]);
  });

  it('ends in a refusal under RFC 793', () => {
    expect(tell(run(withSettings(lost, { profile: 'rfc793' })), 1300)).toEqual([
      '1300 c2: bind(40000)',
      '1300 c2: connect(server:80) > SYN_SENT, sends SYN 7000',
      '1350 server: SYN 7000 arrives > CLOSED, sends RST,ACK 0:7001',
      '1400 c2: RST,ACK 0:7001 arrives > CLOSED',
      '1400 c2: connect returns ECONNREFUSED',
    ]);
  });

  it('takes Linux ten milliseconds and two round trips more than usual', () => {
    const settings = { profile: 'linux', startMs: { c2: 600 } } as const;
    expect(tell(run(withSettings(lost, settings)), 600).slice(0, 9)).toEqual([
      '600 c2: bind(40000)',
      '600 c2: connect(server:80) > SYN_SENT, sends SYN 7000',
      '650 server: SYN 7000 arrives, sends ACK 5002:1002 (challenge)',
      '700 c2: ACK 5002:1002 arrives, sends RST 1002',
      '710 c2: retransmission runs out, sends SYN 7000',
      '750 server: RST 1002 arrives > CLOSED',
      '760 server: SYN 7000 arrives > SYN_RECEIVED, sends SYN,ACK 9000:7001',
      '810 c2: SYN,ACK 9000:7001 arrives > ESTABLISHED, sends ACK 7001:9001',
      '810 c2: connect returns 0',
    ]);
  });

  it('does not free the four-tuple while Client 1 waits', () => {
    expect(tell(run(withSettings(lost, { timeWaitMs: 8000 })), 1300).slice(0, 4)).toEqual([
      '1300 c2: bind(40000)',
      '1300 c2: connect(server:80)',
      '1300 c2: connect returns EADDRINUSE',
      '3150 server: retransmission runs out, sends FIN,ACK 5001:1002',
    ]);
  });
});

describe('opening', () => {
  const quiet = [client('c1', []), ...server([])];

  it('repeats a lost SYN after one second', () => {
    const lost = scenario({ sockets: quiet, faults: [drop('client', 'server', { flags: 'SYN', occurrence: 1 })] });
    expect(tell(run(lost)).slice(2, 6)).toEqual([
      '0 server: listen(80) > LISTEN',
      '0 server: accept(s1)',
      '1000 client: retransmission runs out, sends SYN 1000',
      '1050 server: SYN 1000 arrives > SYN_RECEIVED, sends SYN,ACK 5000:1001',
    ]);
  });

  it('gives up a SYN that nobody answers, by the RFC after seven repetitions', () => {
    const lost = scenario({ sockets: quiet, faults: [drop('client', 'server', { flags: 'SYN' })] });
    const { segments, entries } = run(lost);
    expect(segments.map(({ sentMs, transmission }) => [sentMs, transmission])).toEqual([
      [0, 1],
      [1000, 2],
      [3000, 3],
      [7000, 4],
      [15_000, 5],
      [31_000, 6],
      [63_000, 7],
      [127_000, 8],
    ]);
    expect(entries.at(-1)).toMatchObject({ atMs: 247_000, cause: { type: 'return', result: 'ETIMEDOUT' } });
  });

  it('gives up on Linux after 131 s: four linear time-outs, then doubling, as ip-sysctl.rst says of six retries', () => {
    const lost = scenario({ profile: 'linux', sockets: quiet, faults: [drop('client', 'server', { flags: 'SYN' })] });
    expect(run(lost).segments.map(({ sentMs }) => sentMs)).toEqual([
      0, 1000, 2000, 3000, 4000, 5000, 7000, 11_000, 19_000, 35_000, 67_000,
    ]);
  });

  it('is refused where nobody listens', () => {
    const nobody = scenario({ sockets: [client('c1', [])] });
    expect(tell(run(nobody)).slice(2)).toEqual([
      '50 server: SYN 1000 arrives, sends RST,ACK 0:1001',
      '100 client: RST,ACK 0:1001 arrives > CLOSED',
      '100 client: connect returns ECONNREFUSED',
    ]);
  });

  it('opens simultaneously when two SYNs cross', () => {
    const peers = scenario({
      hosts: [host('a', 'peer', { isns: [100] }), host('b', 'peer', { isns: [300] })],
      sockets: [
        {
          id: 'x',
          host: 'a',
          lane: 'a',
          steps: [
            { call: 'bind', port: 1 },
            { call: 'connect', host: 'b', port: 2 },
          ],
        },
        {
          id: 'y',
          host: 'b',
          lane: 'b',
          steps: [
            { call: 'bind', port: 2 },
            { call: 'connect', host: 'a', port: 1 },
          ],
        },
      ],
    });
    expect(tell(run(peers)).filter((line) => !line.includes('bind'))).toEqual([
      '0 a: connect(b:2) > SYN_SENT, sends SYN 100',
      '0 b: connect(a:1) > SYN_SENT, sends SYN 300',
      '50 b: SYN 100 arrives > SYN_RECEIVED, sends SYN,ACK 300:101',
      '50 a: SYN 300 arrives > SYN_RECEIVED, sends SYN,ACK 100:301',
      '100 a: SYN,ACK 300:101 arrives > ESTABLISHED',
      '100 b: SYN,ACK 100:301 arrives > ESTABLISHED',
      '100 a: connect returns 0',
      '100 b: connect returns 0',
    ]);
    expect(run(peers).connections.map(({ incarnation }) => incarnation)).toEqual([1, 1]);
  });
});

describe('data', () => {
  it('flows both ways and is acknowledged cumulatively', () => {
    const talk = scenario({
      sockets: [
        client('c1', [{ call: 'send', data: 'ping' }, { call: 'receive' }, { call: 'close' }]),
        ...server([{ call: 'receive', octets: 4 }, { call: 'send', data: 'pong' }, ...readThenClose()]),
      ],
    });
    expect(tell(run(talk), 100)).toEqual([
      '100 client: SYN,ACK 5000:1001 arrives > ESTABLISHED, sends ACK 1001:5001',
      '100 client: connect returns 0',
      '100 client: send(ping), sends ACK 1001:5001 "ping"',
      '100 client: receive()',
      '150 server: ACK 1001:5001 arrives > ESTABLISHED',
      '150 server: ACK 1001:5001 "ping" arrives',
      '150 server: accept returns s1',
      '150 server: receive(4)',
      '150 server: receive returns 4 octets',
      '150 server: send(pong), sends ACK 5001:1005 "pong"',
      '150 server: receiveEnd()',
      '200 client: ACK 5001:1005 "pong" arrives',
      '200 client: receive returns 4 octets',
      '200 client: close() > FIN_WAIT_1, sends FIN,ACK 1005:5005',
      '250 server: FIN,ACK 1005:5005 arrives > CLOSE_WAIT, sends ACK 5005:1006',
      '250 server: receiveEnd returns 0',
      '300 client: ACK 5005:1006 arrives > FIN_WAIT_2',
      '350 server: close() > LAST_ACK, sends FIN,ACK 5005:1006',
      '400 client: FIN,ACK 5005:1006 arrives > TIME_WAIT, sends ACK 1006:5006',
      '450 server: ACK 1006:5006 arrives > CLOSED',
      '240400 client: time-wait runs out > CLOSED',
    ]);
  });

  it('is put in order when a segment is lost, and each loss is repaired', () => {
    const data = 'x'.repeat(1460 * 4);
    const lossy = scenario({
      sockets: [client('c1', [{ call: 'send', data }, { call: 'close' }]), ...server(readThenClose())],
      faults: [
        drop('client', 'server', { relativeSeq: 1, occurrence: 1, flags: 'DATA' }),
        drop('client', 'server', { relativeSeq: 2921, occurrence: 1, flags: 'DATA' }),
      ],
    });
    const { deliveries, segments, intervals } = run(lossy);
    expect(deliveries.map(({ text }) => text).join('')).toBe(data);
    expect(segments.filter(({ transmission }) => transmission > 1).map(({ relativeSeq }) => relativeSeq)).toEqual([
      1, 2921,
    ]);
    expect(intervals.some(({ state }) => state === 'TIME_WAIT')).toBe(true);
  });

  it('crosses a copy made by the network without being delivered twice', () => {
    const twice = scenario({
      sockets: [client('c1', [{ call: 'send', data: 'once' }, { call: 'close' }]), ...server(readThenClose())],
      faults: [duplicate('client', 'server', { flags: 'DATA' }, 10)],
    });
    const { deliveries, segments } = run(twice);
    expect(deliveries.map(({ text }) => text)).toEqual(['once']);
    expect(segments.find(({ copyOf }) => copyOf !== null)).toMatchObject({ reception: 'duplicate', fate: 'delivered' });
  });

  it('waits for a reader with a small buffer', () => {
    const slow = scenario({
      hosts: [host('client', 'client'), host('server', 'server', { window: 4 })],
      sockets: [
        client('c1', [{ call: 'send', data: 'abcdefgh' }, { call: 'close' }]),
        ...server([{ call: 'receive', octets: 8, afterMs: 5000 }, ...readThenClose()]),
      ],
    });
    const { deliveries, entries } = run(slow);
    expect(deliveries.map(({ text }) => text).join('')).toBe('abcdefgh');
    expect(entries.flatMap(({ rules }) => rules)).toEqual(expect.arrayContaining(['window/zero', 'window/probed']));
  });
});

describe('a four-tuple used again', () => {
  const second = (atMs: number) => client('c2', [{ call: 'send', data: 'second' }], atMs);

  it('is given up by TIME_WAIT to a newer SYN, with a number beyond the old ones', () => {
    const again = scenario({
      sockets: [
        client('c1', readThenClose()),
        second(2000),
        ...server([{ call: 'close', atMs: 500 }], [{ call: 'receive' }]),
      ],
    });
    expect(tell(run(again), 2000)).toEqual([
      '2000 client: bind(40000)',
      '2000 client: connect(server:80) > SYN_SENT, sends SYN 7000',
      '2050 server: SYN 7000 arrives > CLOSED',
      '2050 server: SYN 7000 arrives > SYN_RECEIVED, sends SYN,ACK 70539:7001',
      '2100 client: SYN,ACK 70539:7001 arrives > ESTABLISHED, sends ACK 7001:70540',
      '2100 client: connect returns 0',
      '2100 client: send(second), sends ACK 7001:70540 "second"',
      '2150 server: ACK 7001:70540 arrives > ESTABLISHED',
      '2150 server: ACK 7001:70540 "second" arrives, sends ACK 70540:7007',
      '2150 server: accept returns s2',
      '2150 server: receive()',
      '2150 server: receive returns 6 octets',
      '2200 client: ACK 70540:7007 arrives',
    ]);
  });

  it('clears a half that survived a crash', () => {
    const crash = scenario({
      sockets: [client('c1', [{ call: 'crash', atMs: 500 }]), second(1000), ...server([], [])],
    });
    expect(tell(run(crash), 500).slice(0, 7)).toEqual([
      '500 client: crash() > CLOSED',
      '1000 client: bind(40000)',
      '1000 client: connect(server:80) > SYN_SENT, sends SYN 7000',
      '1050 server: SYN 7000 arrives, sends ACK 5001:1001 (challenge)',
      '1100 client: ACK 5001:1001 arrives, sends RST 1001',
      '1150 server: RST 1001 arrives > CLOSED',
      '2000 client: retransmission runs out, sends SYN 7000',
    ]);
  });

  it('is held by TIME_WAIT at its own end', () => {
    expect(tell(heldByTimeWait, 2000)).toEqual([
      '2000 client: bind(40000)',
      '2000 client: connect(server:80)',
      '2000 client: connect returns EADDRINUSE',
      '240300 client: time-wait runs out > CLOSED',
    ]);
  });

  it('may be taken over by connect() on Linux when timestamps were used', () => {
    expect(tell(takenOver, 2000).slice(0, 4)).toEqual([
      '2000 client: bind(40000)',
      '2000 client: connect(server:80) > CLOSED',
      '2000 client: connect(server:80) > SYN_SENT, sends SYN 66539',
      '2050 server: SYN 66539 arrives > SYN_RECEIVED, sends SYN,ACK 9000:66540',
    ]);
  });

  it('is not given out twice', () => {
    expect(tell(alreadyThere).filter((line) => line.includes(' returns E'))).toEqual([
      '0 server: listen returns EADDRINUSE',
      '500 client: connect returns EADDRINUSE',
    ]);
  });
});

describe('a local port', () => {
  const unbound = (id: string, atMs: number) => ({
    id,
    host: 'client',
    lane: 'client',
    steps: [{ call: 'connect', host: 'server', port: 80, atMs } as const],
  });

  it('is chosen from the range in turn', () => {
    const sockets = [unbound('c1', 0), unbound('c2', 10), unbound('c3', 20), ...server([], [], [])];
    const ports = run(scenario({ sockets })).connections.flatMap((one) =>
      one.host === 'client' ? [one.localPort] : [],
    );
    expect(ports).toEqual([49_152, 49_153, 49_154]);
  });

  it('runs out', () => {
    expect(tell(portsRunOut, 500)).toEqual([
      '500 client: connect(server:80)',
      '500 client: connect returns EADDRNOTAVAIL',
    ]);
  });
});

describe('the end of a run', () => {
  it('is idleness, the time, or the limit', () => {
    const sockets = [client('c1', [{ call: 'close' }]), ...server(readThenClose())];
    expect(run(scenario({ sockets })).endedBy).toBe('idle');
    expect(run(scenario({ sockets, endMs: 200 }))).toMatchObject({ endedBy: 'time', endMs: 200 });
  });

  it('comes by the limit when two old stacks acknowledge each other for ever', () => {
    // RFC 1337 H2: after an old segment got in, each side answers the other's answer, and RFC 793 knows no limit.
    const { scenario: old } = readFigure('old-duplicate');
    const war = withSettings(old, { profile: 'rfc793', startMs: { c2: 1700 } });
    const sockets = war.sockets.map((socket) => (socket.id === 's2' ? { ...socket, steps: [] } : socket));
    const timeline = run({ ...war, sockets, link: { oneWayMs: 0.1 }, endMs: 3_600_000 });
    expect(timeline.endedBy).toBe('limit');
  });

  it('leaves what is still under way in flight', () => {
    const far = scenario({ sockets: [client('c1', [])], link: { oneWayMs: 1000 }, endMs: 10 });
    expect(run(far).segments[0]).toMatchObject({ fate: 'in flight', processedIn: null, toLane: 'server' });
  });
});

describe('faults', () => {
  it('that strike nothing are named', () => {
    const sockets = [client('c1', []), ...server([])];
    const faults = [drop('client', 'server', { flags: 'FIN,ACK' }), delay('client', 'server', { flags: 'SYN' }, 30)];
    const { unmatchedFaults, segments } = run(scenario({ sockets, faults }));
    expect(unmatchedFaults).toEqual([0]);
    expect(segments[0]).toMatchObject({ delayedByMs: 30, arrivesMs: 80 });
  });
});
