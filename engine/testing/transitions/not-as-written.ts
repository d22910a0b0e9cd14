/** Rows that the engine leaves out, each with the reason. Whoever asks for more must move a row from here to the plays. */
export const NOT_MODELLED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 11 }, (_, index) => [
    `T0${62 + index}`,
    'STATUS is optional in RFC 9293 §3.9.1 and no call of the sockets interface. A connection here is a value, so whoever holds it sees its state without asking: a call would have nothing to do.',
  ]),
);

/** A row that cannot be met to the letter, what the engine does instead, and why. */
export interface Departure {
  readonly next: string;
  readonly sends: string | null;
  readonly because: string;
}

export const DEPARTURES: Readonly<Record<string, Departure>> = {
  T184: {
    next: 'CLOSED',
    sends: '<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>',
    because:
      'The row tells of the eighth step alone (“do not process the FIN”). In CLOSED the segment never comes so far: §3.10.7.1 answers it with a reset, as T074 and T075 say. The FIN is not processed, but the segment is answered.',
  },
  T198: {
    next: 'ESTABLISHED',
    sends: '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
    because:
      'The row holds the whole segment back until its turn (SHLD-31), its acknowledgment included. The engine takes an acknowledgment at its word wherever its segment stands in the window, so it completes the handshake (T152), and only the FIN waits for the octets in front of it. Without the ACK bit the segment is dropped unanswered (T144), so the row cannot come about in any other way.',
  },
};
