import type { Wire } from '../wire';
import type { Play, PlayTable } from './play';

const send = (wire: Wire) => wire.call({ call: 'send', text: 'abc' });

/** Shorter than any retransmission timer, so that nothing else runs out first. */
const userTimeoutMs = 500;
const sendInTime = (wire: Wire) => wire.call({ call: 'send', text: 'abc', userTimeoutMs });

const again = { timer: 'retransmission' } as const;
const aborted = { timer: 'user-timeout' } as const;

/** RFC 9293 §3.10.8, and the time-outs that only Linux has. */
export const TIMEOUT_PLAYS: PlayTable = {
  'TIMEOUT(user)': (state) => {
    switch (state) {
      case 'SYN_SENT':
        return [{ at: ['CLOSED'], first: (wire) => wire.call({ call: 'connect', userTimeoutMs }), on: aborted }];
      case 'SYN_RECEIVED':
      case 'ESTABLISHED':
      case 'CLOSE_WAIT':
        return [{ first: sendInTime, on: aborted }];
      case 'FIN_WAIT_1':
      case 'CLOSING':
        return (['shutdown', 'close'] as const).map((call): Play => {
          const leave = (wire: Wire) => sendInTime(wire).call({ call });
          const cross = (wire: Wire) => leave(wire).arrive({ flags: 'FIN,ACK', ack: -1 });
          return { at: ['ESTABLISHED'], first: state === 'CLOSING' ? cross : leave, on: aborted };
        });
      case 'LAST_ACK':
        return [{ at: ['CLOSE_WAIT'], first: (wire) => sendInTime(wire).call({ call: 'close' }), on: aborted }];
      default:
        return [{ on: { strike: 'user-timeout' } }];
    }
  },
  'TIMEOUT(retransmission) retransmission queue not empty': (state) => {
    switch (state) {
      case 'ESTABLISHED':
      case 'CLOSE_WAIT':
        return [{ first: send, on: again }];
      case 'FIN_WAIT_1':
        return [
          { on: again },
          { at: ['ESTABLISHED'], first: (wire) => send(wire).call({ call: 'shutdown' }), on: again },
        ];
      case 'LAST_ACK':
        return [{ on: again }, { at: ['CLOSE_WAIT'], first: (wire) => send(wire).call({ call: 'close' }), on: again }];
      default:
        return [{ on: again }];
    }
  },
  'TIMEOUT(2MSL)': () => [{ on: { timer: 'time-wait' } }],
  'TIMEOUT(fin_timeout) orphaned socket; tcp_fin_timeout or TCP_LINGER2': () => [
    { at: ['FIN_WAIT_2, orphan'], on: { timer: 'fin-wait-2' } },
  ],
  'TIMEOUT(orphan retries) 8 retries with tcp_orphan_retries=0': () => [
    {
      // The first expiry is Linux's tail loss probe, which is no retry.
      first: (wire) => {
        for (let expiry = 0; expiry <= 8; expiry++) wire.fire('retransmission');
      },
      on: again,
    },
  ],
};
