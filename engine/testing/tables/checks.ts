import type { Place } from '../reach';
import type { Row } from '../rows';

/** The checks that every segment passes on a synchronized connection: RFC 9293 §3.10.7.4, first to fifth. */

const SYNCHRONIZED = ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT', 'CLOSING', 'LAST_ACK'] as const;

/** What an ACK of each state looks like: <SEQ=SND.NXT><ACK=RCV.NXT>. */
const ACK: Record<(typeof SYNCHRONIZED)[number], string> = {
  ESTABLISHED: 'ACK 1001:5001',
  FIN_WAIT_1: 'ACK 1002:5001',
  FIN_WAIT_2: 'ACK 1002:5001',
  CLOSE_WAIT: 'ACK 1001:5002',
  CLOSING: 'ACK 1002:5002',
  LAST_ACK: 'ACK 1002:5002',
};

/** The same row for every synchronized state. */
function each(rowOf: (at: (typeof SYNCHRONIZED)[number]) => Omit<Row, 'at'>): Row[] {
  return SYNCHRONIZED.map((at) => ({ ...rowOf(at), at: at as Place, says: `${at}: ${rowOf(at).says}` }));
}

export const CHECKS: readonly Row[] = [
  ...each((at) => ({
    says: 'what lies beyond the window is answered with an ACK',
    on: { segment: { flags: 'ACK', seq: 10_000 } },
    next: at,
    sends: [ACK[at]],
    rule: 'sequence/not-acceptable',
  })),
  ...each((at) => ({
    says: 'what lies left of the window too',
    on: { segment: { flags: 'ACK', seq: -3, text: 'old' } },
    next: at,
    sends: [ACK[at]],
    rule: 'sequence/not-acceptable',
  })),
  ...each((at) => ({
    says: 'a reset outside the window is dropped',
    on: { segment: { flags: 'RST', seq: 10_000 } },
    next: at,
    rule: 'sequence/reset-dropped',
  })),
  ...each((at) => ({
    says: 'a reset in the window, not at RCV.NXT, is challenged',
    on: { segment: { flags: 'RST', seq: 1 } },
    next: at,
    sends: [ACK[at]],
    rule: 'reset/challenged',
  })),
  ...each(() => ({
    says: 'RFC 793 obeys it',
    options: { profile: 'rfc793' },
    on: { segment: { flags: 'RST', seq: 1 } },
    next: 'CLOSED',
    rule: 'reset/in-window-obeyed',
  })),
  ...each((at) => ({
    says: 'a reset at RCV.NXT ends the connection',
    on: { segment: { flags: 'RST' } },
    next: 'CLOSED',
    rule: at === 'CLOSING' || at === 'LAST_ACK' ? 'reset/closing-deleted' : 'reset/connection-reset',
  })),
  ...each((at) => ({
    says: 'a SYN draws a challenge ACK, wherever it stands',
    on: { segment: { flags: 'SYN', seq: 123_456_789 } },
    next: at,
    sends: [ACK[at]],
    rule: 'syn/challenged',
  })),
  ...each((at) => ({
    says: 'RFC 793 resets for a SYN in the window',
    options: { profile: 'rfc793' },
    on: { segment: { flags: 'SYN', seq: 5 } },
    next: 'CLOSED',
    sends: [`RST,ACK 0:${Number(ACK[at].slice(-4)) + 6}`],
    rule: 'syn/reset-in-window',
  })),
  ...each((at) => ({
    says: 'RFC 793 answers a SYN outside the window with an ACK',
    options: { profile: 'rfc793' },
    on: { segment: { flags: 'SYN', seq: 10_000 } },
    next: at,
    sends: [ACK[at]],
    rule: 'sequence/not-acceptable',
  })),
  ...each((at) => ({
    says: 'a segment without ACK is dropped',
    on: { segment: { flags: 'FIN' } },
    next: at,
    rule: 'ack/missing',
  })),
  ...each((at) => ({
    says: 'an acknowledgment of what was never sent is refused, with an ACK',
    on: { segment: { flags: 'ACK', ack: 1 } },
    next: at,
    sends: [ACK[at]],
    rule: 'ack/beyond-sent',
  })),
  ...each((at) => ({
    says: 'an acknowledgment older than the largest window is challenged',
    on: { segment: { flags: 'ACK', ack: -10_003 } },
    next: at,
    sends: [ACK[at]],
    rule: 'ack/ancient',
  })),
  {
    says: 'RFC 793 takes the text of a segment with an ancient acknowledgment',
    at: 'ESTABLISHED',
    options: { profile: 'rfc793' },
    on: { segment: { flags: 'ACK', ack: -20_000, text: 'abc' } },
    next: 'ESTABLISHED',
    sends: ['ACK 1001:5004'],
    rule: 'text/in-order',
  },
  {
    says: 'the same check twice within half a second is answered once',
    at: 'ESTABLISHED',
    first: (wire) => wire.arrive({ flags: 'ACK', ack: 1 }).wait(499),
    on: { segment: { flags: 'ACK', ack: 1 } },
    next: 'ESTABLISHED',
    rule: 'ack/throttled',
  },
  {
    says: 'after half a second it is answered again',
    at: 'ESTABLISHED',
    first: (wire) => wire.arrive({ flags: 'ACK', ack: 1 }).wait(500),
    on: { segment: { flags: 'ACK', ack: 1 } },
    next: 'ESTABLISHED',
    sends: ['ACK 1001:5001'],
    rule: 'ack/beyond-sent',
  },
  {
    says: 'Linux obeys a reset one octet early once the FIN is in',
    at: 'LAST_ACK',
    options: { profile: 'linux' },
    on: { segment: { flags: 'RST', seq: -1 } },
    next: 'CLOSED',
    rule: 'reset/at-fin-obeyed',
  },
  {
    says: 'Linux reads what a repeated FIN acknowledges: crossing FINs end although the first ACK was lost',
    at: 'CLOSING',
    options: { profile: 'linux' },
    on: { segment: { flags: 'FIN,ACK', seq: -1 } },
    next: 'TIME_WAIT',
    rule: 'sequence/repeat-read',
  },
  {
    says: 'the RFC only answers it',
    at: 'CLOSING',
    on: { segment: { flags: 'FIN,ACK', seq: -1 } },
    next: 'CLOSING',
    sends: ['ACK 1002:5002'],
    rule: 'sequence/not-acceptable',
  },
  {
    says: 'Linux answers a repeated FIN that acknowledges nothing new',
    at: 'CLOSING',
    options: { profile: 'linux' },
    on: { segment: { flags: 'FIN,ACK', seq: -1, ack: -1 } },
    next: 'CLOSING',
    sends: ['ACK 1002:5002'],
    rule: 'sequence/repeat-read',
  },
  {
    says: 'Linux takes the last acknowledgment from a repeated FIN, and owes it nothing more',
    at: 'LAST_ACK',
    options: { profile: 'linux' },
    on: { segment: { flags: 'FIN,ACK', seq: -1 } },
    next: 'CLOSED',
    rule: 'last-ack/fin-acknowledged',
  },
  {
    says: 'Linux answers octets that come again at once, and reads that they acknowledge the FIN',
    at: 'FIN_WAIT_1',
    options: { profile: 'linux' },
    first: (wire) => wire.arrive({ flags: 'ACK', ack: -1, text: 'abc' }),
    on: { segment: { flags: 'ACK', seq: -3, text: 'abc' } },
    next: 'FIN_WAIT_2',
    sends: ['ACK 1002:5004'],
    rule: 'sequence/repeat-read',
  },
  {
    says: 'Linux says nothing to a bare ACK that text overtook',
    at: 'ESTABLISHED',
    options: { profile: 'linux' },
    first: (wire) =>
      wire
        .arrive({ flags: 'ACK', text: 'abc' })
        .call({ call: 'send', text: 'd' })
        .wait(10_000)
        .arrive({ flags: 'ACK', text: 'e' }),
    on: { segment: { flags: 'ACK', seq: -1 } },
    next: 'ESTABLISHED',
    rule: 'sequence/repeat-read',
  },
  {
    says: 'an older timestamp gives an old segment away',
    at: 'ESTABLISHED',
    options: { timestamps: true },
    on: { segment: { flags: 'ACK', text: 'old', tsval: 99 } },
    next: 'ESTABLISHED',
    sends: ['ACK 1001:5001'],
    rule: 'paws/old-timestamp',
  },
  {
    says: 'a newer one passes',
    at: 'ESTABLISHED',
    options: { timestamps: true },
    on: { segment: { flags: 'ACK', text: 'new', tsval: 101 } },
    next: 'ESTABLISHED',
    sends: ['ACK 1001:5004'],
    rule: 'text/in-order',
  },
  {
    says: 'a segment without the option passes, as on Linux',
    at: 'ESTABLISHED',
    options: { timestamps: true },
    on: { segment: { flags: 'ACK', text: 'new' } },
    next: 'ESTABLISHED',
    sends: ['ACK 1001:5004'],
    rule: 'text/in-order',
  },
];
