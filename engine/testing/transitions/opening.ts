import { arrivals, type PlayTable } from './play';

/** Segments that arrive in CLOSED, LISTEN, SYN_SENT and SYN_RECEIVED: RFC 9293 §3.10.7.1 to §3.10.7.4. */
export const OPENING_PLAYS: PlayTable = {
  'SEG RST set': () => arrivals({ flags: 'RST' }, { flags: 'RST,ACK' }, { flags: 'SYN,RST' }),
  'SEG RST clear, ACK clear': () =>
    arrivals({ flags: 'SYN' }, { flags: 'FIN' }, { flags: '', text: 'abc' }, { flags: 'FIN', text: 'abc' }),
  'SEG RST clear, ACK set': () =>
    arrivals({ flags: 'ACK' }, { flags: 'FIN,ACK' }, { flags: 'SYN,ACK' }, { flags: 'ACK', text: 'abc' }),
  'SEG ACK set (RST clear)': () => arrivals({ flags: 'ACK' }, { flags: 'SYN,ACK' }, { flags: 'FIN,ACK', ack: 9 }),
  'SEG(SYN) SYN set, ACK and RST clear, security ok': () => arrivals({ flags: 'SYN' }, { flags: 'SYN', seq: 77 }),
  'SEG none of RST, ACK, SYN': () => arrivals({ flags: '' }, { flags: '', text: 'abc' }, { flags: 'FIN' }),
  'SEG(FIN)': (state) => arrivals({ flags: 'FIN' }, ...(state === 'SYN_SENT' ? [{ flags: 'FIN,ACK' }] : [])),
  'SEG ACK set, SEG.ACK =< ISS or SEG.ACK > SND.NXT, RST clear': () =>
    arrivals({ flags: 'ACK', ack: -1 }, { flags: 'ACK', ack: 1 }, { flags: 'SYN,ACK', ack: -1 }),
  'SEG ACK set and unacceptable, RST set': () => arrivals({ flags: 'RST,ACK', ack: -1 }, { flags: 'RST,ACK', ack: 1 }),
  'SEG(RST) RST set, ACK acceptable': () => arrivals({ flags: 'RST,ACK' }),
  'SEG(RST) RST set, no ACK': () => arrivals({ flags: 'RST' }),
  'SEG(SYN,ACK) SYN set, ACK acceptable (SND.UNA > ISS)': () => arrivals({ flags: 'SYN,ACK' }),
  'SEG(SYN) SYN set, no ACK (simultaneous open)': () => arrivals({ flags: 'SYN' }),
  'SEG neither SYN nor RST': () =>
    arrivals({ flags: 'ACK' }, { flags: '', text: 'abc' }, { flags: 'ACK', text: 'abc' }),
  'SEG(RST) SEG.SEQ = RCV.NXT, came from passive OPEN': () => [
    { at: ['SYN_RECEIVED, passive'], on: { segment: { flags: 'RST' } } },
  ],
  'SEG(RST) SEG.SEQ = RCV.NXT, came from active OPEN': () => [
    { at: ['SYN_RECEIVED, active'], on: { segment: { flags: 'RST' } } },
  ],
  'SEG(SYN) in window, passive OPEN': () => [
    { at: ['SYN_RECEIVED, passive'], on: { segment: { flags: 'SYN' } } },
    { at: ['SYN_RECEIVED, passive'], on: { segment: { flags: 'SYN', seq: 9999 } } },
  ],
  'SEG(SYN) in window, active OPEN': () => [
    { at: ['SYN_RECEIVED, active'], on: { segment: { flags: 'SYN' } } },
    { at: ['SYN_RECEIVED, active'], on: { segment: { flags: 'SYN', seq: 9999 } } },
  ],
  'SEG(ACK) SND.UNA < SEG.ACK =< SND.NXT': () => arrivals({ flags: 'ACK' }),
  'SEG(ACK) SEG.ACK not acceptable': () => arrivals({ flags: 'ACK', ack: -1 }, { flags: 'ACK', ack: 1 }),
};
