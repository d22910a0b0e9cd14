import type { Call } from '../../tcp/turn';
import type { Wire } from '../wire';
import { type Play, type PlayTable, quietAck } from './play';

const call = (...calls: readonly Call[]): Play[] => calls.map((one) => ({ on: { call: one } }));
const send: Call = { call: 'send', text: 'abc' };
const receive: Call = { call: 'receive', atMost: 100 };

/** OPEN, SEND, RECEIVE, CLOSE and ABORT: RFC 9293 §3.10.1 to §3.10.5. CLOSE is played as shutdown() and as close(). */
export const CALL_PLAYS: PlayTable = {
  'OPEN(passive)': () => call({ call: 'listen' }),
  'OPEN(active) remote socket specified': () => call({ call: 'connect' }),
  'OPEN(active) remote socket unspecified': () => call({ call: 'connect', remote: 'unspecified' }),
  OPEN: () => call({ call: 'connect' }, { call: 'listen' }),
  'SEND remote socket specified': () => call({ ...send, remote: 'specified' }),
  'SEND remote socket unspecified': () => call(send),
  SEND: () => call(send),
  RECEIVE: (state) => {
    if (state !== 'ESTABLISHED' && state !== 'FIN_WAIT_1' && state !== 'FIN_WAIT_2') return call(receive);
    // After close() nobody reads any more, so the places without an owner are left out.
    const arrive = (wire: Wire) => wire.arrive({ flags: 'ACK', ack: quietAck(state), text: 'abc' });
    return [{ at: [state], first: arrive, on: { call: receive } }];
  },
  'RECEIVE undelivered text on hand': () => [
    {
      at: ['ESTABLISHED'],
      first: (wire) => wire.arrive({ flags: 'FIN,ACK', text: 'abc' }),
      on: { call: receive },
    },
  ],
  'RECEIVE nothing left to deliver': () => [
    ...call(receive),
    {
      at: ['ESTABLISHED'],
      first: (wire) => wire.arrive({ flags: 'FIN,ACK', text: 'abc' }).call(receive),
      on: { call: receive },
    },
  ],
  CLOSE: () => call({ call: 'shutdown' }, { call: 'close' }),
  'CLOSE no SEND issued and no data pending': () => call({ call: 'shutdown' }, { call: 'close' }),
  'CLOSE data pending': () =>
    (['shutdown', 'close'] as const).map((name) => ({
      first: (wire) => wire.call(send),
      on: { call: { call: name } },
    })),
  ABORT: () => call({ call: 'abort' }),
};
