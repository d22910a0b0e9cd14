import { arrivals, type PlayTable, quietAck } from './play';

/** Segments that arrive where both sequence spaces are known: RFC 9293 §3.10.7.4. The receive window is 10 000 octets wide. */
export const SYNCHRONIZED_PLAYS: PlayTable = {
  'SEG outside the receive window (Table 6), RST clear, not a SYN handled below': () =>
    arrivals(
      { flags: 'ACK', seq: 10_000 },
      { flags: 'ACK', seq: 10_000, text: 'abc' },
      { flags: 'ACK', seq: -3, text: 'old' },
    ),
  'SEG(RST) outside the receive window': () => arrivals({ flags: 'RST', seq: 10_000 }, { flags: 'RST', seq: -1 }),
  'SEG(RST) in window but SEG.SEQ != RCV.NXT': () => arrivals({ flags: 'RST', seq: 1 }, { flags: 'RST', seq: 9999 }),
  'SEG(RST) in window (legacy: any in-window SEG.SEQ)': () =>
    arrivals({ flags: 'RST' }, { flags: 'RST', seq: 1 }, { flags: 'RST', seq: 9999 }),
  'SEG(RST) SEG.SEQ = RCV.NXT': () => arrivals({ flags: 'RST' }, { flags: 'RST,ACK' }),
  'SEG(SYN) any SEG.SEQ': () =>
    arrivals(
      { flags: 'SYN' },
      { flags: 'SYN', seq: 5 },
      { flags: 'SYN', seq: -5 },
      { flags: 'SYN', seq: 123_456_789 },
      { flags: 'SYN,ACK' },
    ),
  'SEG(SYN) SEG.SEQ in window': () => arrivals({ flags: 'SYN' }, { flags: 'SYN', seq: 9999 }),
  'SEG(SYN) orphaned, SYN in window': () => [
    { at: ['FIN_WAIT_2, orphan'], on: { segment: { flags: 'SYN' } } },
    { at: ['FIN_WAIT_2, orphan'], on: { segment: { flags: 'SYN', seq: 9999 } } },
  ],
  'SEG in window, ACK bit off (no SYN/RST)': () =>
    arrivals({ flags: '' }, { flags: '', text: 'abc' }, { flags: 'FIN' }),
  'SEG(ACK) SEG.ACK > SND.NXT': () => arrivals({ flags: 'ACK', ack: 1 }),
  'SEG(ACK) SEG.ACK < SND.UNA - MAX.SND.WND': () => arrivals({ flags: 'ACK', ack: -10_002 }),
  'SEG(ACK) acceptable': (state) =>
    state === 'FIN_WAIT_2'
      ? arrivals({ flags: 'ACK' })
      : [{ first: (wire) => wire.call({ call: 'send', text: 'abc' }), on: { segment: { flags: 'ACK' } } }],
  'SEG(ACK) acknowledges our FIN': () => arrivals({ flags: 'ACK' }),
  'SEG(ACK) acceptable, does not cover our FIN': () => [
    ...arrivals({ flags: 'ACK', ack: -1 }),
    {
      at: ['ESTABLISHED'],
      first: (wire) => wire.call({ call: 'send', text: 'abc' }).call({ call: 'shutdown' }),
      on: { segment: { flags: 'ACK', ack: -1 } },
    },
  ],
  'SEG(ACK) does not cover our FIN': () => arrivals({ flags: 'ACK', ack: -1 }),
  'SEG(DATA) in window, in order': (state) => arrivals({ flags: 'ACK', ack: quietAck(state), text: 'abc' }),
  'SEG(DATA) in window': (state) =>
    [0, 9].flatMap((seq) => arrivals({ flags: 'ACK', ack: quietAck(state), seq, text: 'abc' })),
  'SEG(DATA) application has already called close() (half-duplex close)': () => [
    { at: ['FIN_WAIT_2, orphan'], on: { segment: { flags: 'ACK', text: 'abc' } } },
  ],
  'SEG(FIN) in order': () => arrivals({ flags: 'FIN,ACK' }, { flags: 'FIN,ACK', text: 'abc' }),
  'SEG(FIN) in order, our FIN not yet acknowledged (simultaneous close)': () => arrivals({ flags: 'FIN,ACK', ack: -1 }),
  'SEG(FIN,ACK) in order, same segment acknowledges our FIN': () => arrivals({ flags: 'FIN,ACK' }),
  'SEG(FIN) duplicate': (state) => arrivals({ flags: 'FIN,ACK', seq: -1, ack: quietAck(state) }),
  'SEG(FIN) FIN beyond a hole in the data (SEG.SEQ > RCV.NXT)': (state) =>
    arrivals(
      { flags: 'FIN,ACK', seq: 3, ack: quietAck(state) },
      { flags: 'FIN,ACK', seq: 3, ack: quietAck(state), text: 'def' },
    ),
};
