import { runWith } from '../../simulation/run';
import type { HostSpec } from '../../simulation/scenario';
import type { Timeline } from '../../simulation/timeline';
import { PROFILES } from '../../tcp/profile';
import { client, host, scenario, server } from '../scenarios';
import { ROW_PROFILES } from './table';

/**
 * The server closes first and waits; two seconds later the client connects from the same port.
 * Its second number, or else its timestamps, tell the new SYN from all that the old connection sent.
 */
function reopening(isns: readonly number[], timestamps: boolean): Timeline {
  const hosts: HostSpec[] = [
    host('client', 'client', { isns: [...isns], timestamps }),
    host('server', 'server', { isns: [5000], timestamps }),
  ];
  const sockets = [
    client('c1', [{ call: 'receiveEnd' }, { call: 'close' }]),
    client('c2', [], 2000),
    ...server([{ call: 'close' }], []),
  ];
  return runWith(scenario({ profile: 'rfc793', hosts, sockets, endMs: 10_000 }), {
    ...PROFILES,
    rfc793: ROW_PROFILES.rfc6191,
  });
}

/** T142, by RFC 1122 §4.2.2.13 and by RFC 6191 §2. */
export const reopenedBySequence = reopening([1000, 7000], false);
export const reopenedByTimestamp = reopening([7000, 1000], true);

/** T220: the client closes first and connects over the same four-tuple from its own TIME_WAIT. */
export const reusedByConnect = runWith(
  scenario({
    profile: 'linux',
    sockets: [
      client('c1', [{ call: 'close' }]),
      client('c2', [], 2000),
      ...server([{ call: 'receiveEnd' }, { call: 'close' }], []),
    ],
    endMs: 10_000,
  }),
  PROFILES,
);
