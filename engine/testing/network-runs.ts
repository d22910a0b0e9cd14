import { run, runWith } from '../simulation/run';
import type { Timeline } from '../simulation/timeline';
import { PROFILES } from '../tcp/profile';
import { client, host, readThenClose, scenario, server } from './scenarios';

const visitor = (id: string, address: string, aheadMs: number) =>
  host(id, 'client', { address, timestamps: true, timestampClockMs: aheadMs });
const visit = (id: string, atMs: number) => ({
  id,
  host: id,
  lane: id,
  steps: [{ call: 'connect', host: 'server', port: 80, atMs } as const, ...readThenClose()],
});

/** Two clients whose timestamp clocks differ by ten minutes visit a server of Linux 4.11, which closes first; `address` is that of the second. */
export function recycling(recycles: number, address: string, atMs = 1000) {
  return run(
    scenario({
      profile: 'linux',
      endMs: atMs + 19_000,
      hosts: [
        visitor('ahead', '203.0.113.1', 600_000),
        visitor('behind', address, 0),
        host('server', 'server', { timestamps: true, sysctls: { tcp_tw_recycle: recycles } }),
      ],
      sockets: [visit('ahead', 0), visit('behind', atMs), ...server([{ call: 'close' }], [{ call: 'close' }])],
    }),
  );
}

const twice = [client('c1', [{ call: 'close' }]), client('c2', [], 2000), ...server(readThenClose(), [])];

/** The client's own TIME_WAIT stands in the way of its next connect(). */
export const heldByTimeWait = run(scenario({ sockets: twice }));

/** Linux takes the four-tuple over when timestamps were used. */
export const takenOver = run(scenario({ profile: 'linux', sockets: twice }));

const unbound = (id: string, atMs: number) => ({
  id,
  host: 'client',
  lane: 'client',
  steps: [{ call: 'connect', host: 'server', port: 80, atMs } as const],
});

const onePort = { ...PROFILES.rfc9293, ephemeralPorts: { first: 50_000, last: 50_000 } };

/** The only port toward the server is in use. */
export const portsRunOut = runWith(scenario({ sockets: [unbound('c1', 0), unbound('c2', 500), ...server([], [])] }), {
  ...PROFILES,
  rfc9293: onePort,
});

/** A second listener at the same port, and a second connection over a living four-tuple. */
export const alreadyThere = run(
  scenario({
    sockets: [
      client('c1', []),
      client('c2', [], 500),
      ...server([]),
      { id: 'other', host: 'server', lane: 'server', steps: [{ call: 'listen', port: 80 }] },
    ],
  }),
);

/** Runs for what only a host knows: ports, listeners, and who holds a four-tuple. */
export const NETWORK_RUNS: readonly Timeline[] = [
  heldByTimeWait,
  takenOver,
  portsRunOut,
  alreadyThere,
  recycling(1, '203.0.113.1'),
];
