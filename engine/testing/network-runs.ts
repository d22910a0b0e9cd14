import { run, runWith } from '../simulation/run';
import type { Timeline } from '../simulation/timeline';
import { PROFILES } from '../tcp/profile';
import { client, readThenClose, scenario, server } from './scenarios';

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
export const NETWORK_RUNS: readonly Timeline[] = [heldByTimeWait, takenOver, portsRunOut, alreadyThere];
