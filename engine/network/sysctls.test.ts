import { describe, expect, it } from 'vitest';
import { run } from '../simulation/run';
import { takeMeasure } from '../simulation/take-measure';
import { PROFILES } from '../tcp/profile';
import { readThenClose, scenario, server } from '../testing/scenarios';
import { type Sysctls, withSysctls } from './sysctls';

const CLIENT = { id: 'client', role: 'client', address: '10.0.0.1' } as const;
const SERVER = { id: 'server', role: 'server', address: '10.0.0.2' } as const;
const ONE_PORT = [50_000, 50_000] as const;

/** The client closes at 0.5 s and is in TIME_WAIT from 0.7 s; then it calls connect() again, from the only port it has. */
function secondConnect(sysctls: Sysctls, atMs: number, timestamps = true) {
  const connect = (id: string, at: number) => ({
    id,
    host: 'client',
    lane: 'client',
    steps: [
      { call: 'connect', host: 'server', port: 80, atMs: at } as const,
      ...(id === 'c1' ? [{ call: 'close', atMs: 500 } as const] : []),
    ],
  });
  const timeline = run({
    ...scenario({ profile: 'linux', sockets: [connect('c1', 0), connect('c2', atMs), ...server(readThenClose(), [])] }),
    hosts: [
      { ...CLIENT, timestamps, sysctls: { ip_local_port_range: ONE_PORT, ...sysctls } },
      { ...SERVER, timestamps },
    ],
  });
  return takeMeasure(timeline, { measure: 'connectResult', socket: 'c2' });
}

describe('a connect() that picks its own port', () => {
  it.each([
    ['never by default', {}, 20_000, true, 'EADDRNOTAVAIL'],
    ['never with 0', { tcp_tw_reuse: 0 }, 20_000, true, 'EADDRNOTAVAIL'],
    ['nor with 2, for no address here is a loopback one', { tcp_tw_reuse: 2 }, 20_000, true, 'EADDRNOTAVAIL'],
    ['with 1, but not within a second', { tcp_tw_reuse: 1 }, 1600, true, 'EADDRNOTAVAIL'],
    ['with 1, after it', { tcp_tw_reuse: 1 }, 1800, true, '0'],
    ['sooner with a shorter delay', { tcp_tw_reuse: 1, tcp_tw_reuse_delay: 200 }, 1000, true, '0'],
    ['not without timestamps', { tcp_tw_reuse: 1 }, 1800, false, 'EADDRNOTAVAIL'],
  ] as const)('takes a port from TIME_WAIT: %s', (_, sysctls, atMs, timestamps, result) => {
    expect(secondConnect(sysctls, atMs, timestamps)).toBe(result);
  });
});

it('changes in a profile what is named, and nothing else', () => {
  const { linux } = PROFILES;
  expect(withSysctls(linux, {})).toEqual(linux);
  const set = withSysctls(linux, { tcp_rfc1337: 1, tcp_max_tw_buckets: 5, tcp_fin_timeout: 3 });
  expect(set.timeWait).toEqual({ ...linux.timeWait, resetEnds: false, mostEntries: 5 });
  expect(set.close).toEqual({ ...linux.close, finWait2Ms: 3000 });
});
