import { PROFILES } from '../../tcp/profile';
import type { Row } from '../rows';
import type { Wire } from '../wire';

const linux = { profile: 'linux' } as const;

/** Where `tcp_fin_timeout` is longer than a time-wait socket lasts, an orphan stays a full socket in FIN_WAIT_2. */
const patient = { profile: { ...PROFILES.linux, close: { ...PROFILES.linux.close, finWait2Ms: 90_000 } } } as const;

/** Two segments that are out together, on a path of 100 ms. */
const sendTwo = (wire: Wire) =>
  wire
    .wait(100)
    .arrive({ flags: 'SYN,ACK' })
    .call({ call: 'send', text: 'a'.repeat(1460) })
    .call({ call: 'send', text: 'b'.repeat(1460) });

/** What Linux does where the RFC leaves off: FIN_WAIT_2 that nobody owns, tails that may be lost, acknowledgments that wait. */
export const LINUX: readonly Row[] = [
  {
    says: 'a SYN in the window of a full orphan is reset, challenge or not',
    at: 'FIN_WAIT_2, orphan',
    options: patient,
    on: { segment: { flags: 'SYN', seq: 1 } },
    next: 'CLOSED',
    sends: ['RST,ACK 0:5003'],
    rule: 'fin-wait-2/orphan-reset',
  },
  {
    says: 'a SYN outside it is challenged',
    at: 'FIN_WAIT_2, orphan',
    options: patient,
    on: { segment: { flags: 'SYN', seq: -1 } },
    next: 'FIN_WAIT_2',
    sends: ['ACK 1002:5001'],
    rule: 'syn/challenged',
  },
  {
    says: 'and so is one with an older timestamp',
    at: 'FIN_WAIT_2, orphan',
    options: { ...patient, timestamps: true },
    on: { segment: { flags: 'SYN', seq: 1, tsval: 99 } },
    next: 'FIN_WAIT_2',
    sends: ['ACK 1002:5001'],
    rule: 'syn/challenged',
  },
  {
    says: 'a SYN is challenged while somebody still owns it',
    at: 'FIN_WAIT_2',
    options: patient,
    on: { segment: { flags: 'SYN', seq: 1 } },
    next: 'FIN_WAIT_2',
    sends: ['ACK 1002:5001'],
    rule: 'syn/challenged',
  },
  {
    says: 'a time-wait socket ignores text without an acknowledgment',
    at: 'FIN_WAIT_2, orphan',
    options: linux,
    on: { segment: { flags: '', text: 'abc' } },
    next: 'FIN_WAIT_2',
    rule: 'fin-wait-2/orphan-ignores',
  },
  {
    says: 'and what ends before it',
    at: 'FIN_WAIT_2, orphan',
    options: linux,
    on: { segment: { flags: 'ACK', seq: 0 } },
    next: 'FIN_WAIT_2',
    rule: 'fin-wait-2/orphan-ignores',
  },
  {
    says: 'an empty segment at the right edge of the window is in it',
    at: 'FIN_WAIT_2, orphan',
    options: linux,
    on: { segment: { flags: 'ACK', seq: 10_000 } },
    next: 'FIN_WAIT_2',
    rule: 'fin-wait-2/orphan-ignores',
  },
  {
    says: 'a SYN,ACK is no repeated SYN',
    at: 'SYN_RECEIVED, passive',
    options: linux,
    on: { segment: { flags: 'SYN,ACK', seq: -1, ack: 5 } },
    next: 'SYN_RECEIVED',
    sends: ['ACK 1001:5001'],
    rule: 'sequence/not-acceptable',
  },
  {
    says: 'nor is a bare acknowledgment from where the SYN stood',
    at: 'SYN_RECEIVED, passive',
    options: linux,
    on: { segment: { flags: 'ACK', seq: -1 } },
    next: 'SYN_RECEIVED',
    sends: ['ACK 1001:5001'],
    rule: 'sequence/not-acceptable',
  },
  {
    says: 'a SYN is challenged while the FIN of an orphan is on its way',
    at: 'FIN_WAIT_1, orphan',
    options: patient,
    on: { segment: { flags: 'SYN', seq: 1 } },
    next: 'FIN_WAIT_1',
    sends: ['ACK 1002:5001'],
    rule: 'syn/challenged',
  },
  {
    says: 'the tail is probed with the last segment',
    at: 'SYN_SENT',
    options: linux,
    first: sendTwo,
    on: { timer: 'retransmission' },
    next: 'ESTABLISHED',
    sends: [`ACK 2461:5001 "${'b'.repeat(1460)}"`],
    rule: 'retransmission/tail-probe',
  },
  {
    says: 'and only once: then the oldest is sent again',
    at: 'SYN_SENT',
    options: linux,
    first: (wire) => sendTwo(wire).fire('retransmission'),
    on: { timer: 'retransmission' },
    next: 'ESTABLISHED',
    sends: [`ACK 1001:5001 "${'a'.repeat(1460)}"`],
    rule: 'retransmission/timeout',
  },
  {
    says: 'what was probed is out once, not twice',
    at: 'SYN_SENT',
    options: linux,
    first: (wire) => sendTwo(wire).fire('retransmission').fire('retransmission').arrive({ flags: 'ACK', ack: -1460 }),
    on: { segment: { flags: 'ACK' } },
    next: 'ESTABLISHED',
    rule: 'ack/advances',
    timers: {},
  },
  {
    says: 'more than a segment that waits for its acknowledgment gets it at once',
    at: 'ESTABLISHED',
    options: linux,
    first: (wire) => {
      wire.arrive({ flags: 'ACK', text: 'q' }).call({ call: 'send', text: 'answer' });
      wire.arrive({ flags: 'ACK', text: 'c'.repeat(1000) });
    },
    on: { segment: { flags: 'ACK', text: 'd'.repeat(1000) } },
    next: 'ESTABLISHED',
    sends: ['ACK 1007:7002'],
    rule: 'ack/quick',
  },
  {
    says: 'in a conversation a single one waits for the answer',
    at: 'ESTABLISHED',
    options: linux,
    first: (wire) => wire.arrive({ flags: 'ACK', text: 'q' }).call({ call: 'send', text: 'answer' }),
    on: { segment: { flags: 'ACK', text: 'c'.repeat(1000) } },
    next: 'ESTABLISHED',
    rule: 'ack/delayed',
  },
];
