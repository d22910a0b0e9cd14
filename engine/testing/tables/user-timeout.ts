import type { Row } from '../rows';
import type { Wire } from '../wire';

const sendInTime = (wire: Wire) => wire.call({ call: 'send', text: 'abc', userTimeoutMs: 700 });

/** The user timeout of OPEN and SEND: RFC 9293 §3.9.1, §3.10.8. */
export const USER_TIMEOUT: readonly Row[] = [
  {
    says: 'it runs from the SYN',
    at: 'CLOSED',
    on: { call: { call: 'connect', userTimeoutMs: 700 } },
    next: 'SYN_SENT',
    sends: ['SYN 1000'],
    rule: 'open/active',
    timers: { retransmission: 1000, 'user-timeout': 700 },
  },
  {
    says: 'it stops when all is acknowledged',
    at: 'CLOSED',
    first: (wire) => wire.call({ call: 'connect', userTimeoutMs: 700 }),
    on: { segment: { flags: 'SYN,ACK' } },
    next: 'ESTABLISHED',
    sends: ['ACK 1001:5001'],
    rule: 'ack/advances',
    timers: {},
  },
  {
    says: 'the connection keeps it for what is sent later',
    at: 'CLOSED',
    first: (wire) => wire.call({ call: 'connect', userTimeoutMs: 700 }).arrive({ flags: 'SYN,ACK' }),
    on: { call: { call: 'send', text: 'abc' } },
    next: 'ESTABLISHED',
    sends: ['ACK 1001:5001 "abc"'],
    rule: 'send/data-sent',
    timers: { retransmission: 1000, 'user-timeout': 700 },
  },
  {
    says: 'more to send does not put it off',
    at: 'ESTABLISHED',
    first: (wire) => sendInTime(wire).wait(100),
    on: { call: { call: 'send', text: 'd' } },
    next: 'ESTABLISHED',
    rule: 'send/nagle-waits',
    timers: { retransmission: 900, 'user-timeout': 600 },
  },
  {
    says: 'progress does',
    at: 'ESTABLISHED',
    first: (wire) => sendInTime(wire).wait(100),
    on: { segment: { flags: 'ACK', ack: -1 } },
    next: 'ESTABLISHED',
    rule: 'ack/advances',
    timers: { retransmission: 1000, 'user-timeout': 700 },
  },
  {
    says: 'a repeated acknowledgment does not',
    at: 'ESTABLISHED',
    first: (wire) => sendInTime(wire).wait(100),
    on: { segment: { flags: 'ACK', ack: -3 } },
    next: 'ESTABLISHED',
    rule: 'ack/nothing-new',
    timers: { retransmission: 900, 'user-timeout': 600 },
  },
  {
    says: 'it ends the connection without a word to the peer',
    at: 'ESTABLISHED',
    first: sendInTime,
    on: { timer: 'user-timeout' },
    next: 'CLOSED',
    rule: 'user-timeout/aborted',
    timers: {},
  },
  {
    says: 'it ends with the connection',
    at: 'ESTABLISHED',
    first: sendInTime,
    on: { call: { call: 'abort' } },
    next: 'CLOSED',
    sends: ['RST 1004'],
    rule: 'abort/reset-sent',
    timers: {},
  },
];
