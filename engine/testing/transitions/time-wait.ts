import { arrivals, type PlayTable } from './play';

/** Segments that arrive in TIME_WAIT. (Those that end it in favour of a new connection are the matter of a whole host: `runs.ts`.) */
export const TIME_WAIT_PLAYS: PlayTable = {
  'SEG(FIN) retransmission of the remote FIN': () => arrivals({ flags: 'FIN,ACK', seq: -1 }),
  'SEG(RST) any': () =>
    arrivals({ flags: 'RST' }, { flags: 'RST', seq: 1 }, { flags: 'RST', seq: 10_000 }, { flags: 'RST', seq: -1 }),
  'SEG(SYN) reopen test fails': () => [
    ...arrivals({ flags: 'SYN', seq: 1 }),
    ...[0, -9].map((seq) => ({
      options: { profile: 'rfc9293', hasListener: true } as const,
      on: { segment: { flags: 'SYN', seq } },
    })),
    {
      options: { profile: 'rfc9293', hasListener: true, timestamps: true },
      on: { segment: { flags: 'SYN', seq: -9, tsval: 100 } },
    },
  ],
  'SEG(ACK) SEG.SEQ = RCV.NXT, no data': () => arrivals({ flags: 'ACK' }),
  'SEG(DATA) any': () => [-3, 0, 9, 10_000].flatMap((seq) => arrivals({ flags: 'ACK', seq, text: 'abc' })),
};
