import { describe, expect, it } from 'vitest';
import { freebsd } from '../formats/packetdrill/stacks/freebsd-profile';
import { reach } from '../testing/reach';
import type { Wire } from '../testing/wire';
import { PROFILES, type Profile } from './profile';
import { unreadOctets } from './receive';

/** Small print that no row of the tables turns on: each of these was seen to fail with a mistake planted in `engine/tcp`. */
const linux = { profile: 'linux' } as const;
const MSS = 1460;
const send = (text: string) => ({ call: 'send', text }) as const;

describe('a listener', () => {
  it('of Linux drops SYN and FIN in one segment, and of the RFC takes both', () => {
    expect(reach('LISTEN', linux).arrive({ flags: 'SYN,FIN' }).rules).toEqual(['syn/fin-dropped']);
    expect(reach('LISTEN').arrive({ flags: 'SYN,FIN' }).state).toBe('SYN_RECEIVED');
  });

  it('that drops SYN,ACK resets a bare ACK and takes a bare SYN', () => {
    expect(reach('LISTEN', { profile: freebsd }).arrive({ flags: 'ACK' }).sent).toEqual(['RST 1000']);
    expect(reach('LISTEN', { profile: freebsd }).arrive({ flags: 'SYN' }).state).toBe('SYN_RECEIVED');
  });

  it('drops SYN with FIN in every state only where that is wished', () => {
    const dropping: Profile = { ...freebsd, dropsSynFin: 'everywhere' };
    expect(reach('ESTABLISHED', { profile: dropping }).arrive({ flags: 'FIN,ACK' }).state).toBe('CLOSE_WAIT');
    expect(reach('ESTABLISHED', { profile: dropping }).arrive({ flags: 'SYN,FIN' }).rules).toEqual(['syn/fin-dropped']);
    expect(reach('ESTABLISHED', linux).arrive({ flags: 'SYN,FIN' }).rules).toContain('syn/challenged');
  });
});

describe('a handshake', () => {
  it('leaves a child of a listener the window that a SYN,ACK could say, and no other connection', () => {
    const capacity = 200_000;
    const far = { flags: 'ACK', seq: 100_000, text: 'x' };
    const rules = (wire: Wire) => wire.arrive(far).rules;
    expect(rules(reach('SYN_RECEIVED, passive', { capacity }))).toContain('sequence/not-acceptable');
    expect(rules(reach('SYN_RECEIVED, active', { capacity }))).toContain('sequence/acceptable');
    expect(rules(reach('ESTABLISHED', { capacity }))).toContain('sequence/acceptable');
  });

  it('takes nothing for a repetition before it is over', () => {
    const wire = reach('SYN_RECEIVED, passive', linux).arrive({ flags: 'ACK', seq: -1, text: 'x' });
    expect([wire.state, wire.rules]).toEqual(['SYN_RECEIVED', ['sequence/not-acceptable']]);
  });

  it('that crossed another ends with the SYN,ACK of that other alone', () => {
    const strange = reach('SYN_RECEIVED, active').arrive({ flags: 'SYN,ACK', seq: 4 });
    expect(strange.rules).not.toContain('syn-received/crossed-syn-ack');
    expect(reach('SYN_RECEIVED, active').arrive({ flags: 'SYN,ACK', seq: -1 }).state).toBe('ESTABLISHED');
  });

  it('queues the text of a crossed SYN by the RFC, and throws it away on Linux', () => {
    const read = (options: { profile?: 'linux' }) =>
      reach('SYN_SENT', options).arrive({ flags: 'SYN', text: 'abc' }).arrive({ flags: 'ACK' }).unread;
    expect([read({}), read(linux)]).toEqual(['abc', '']);
  });

  it('acknowledges a SYN,ACK at once where no text is there to do it', () => {
    const saving: Profile = { ...PROFILES.rfc9293, textSavesAckOfSyn: true };
    expect(reach('SYN_SENT', { profile: saving }).arrive({ flags: 'SYN,ACK' }).sent).toEqual(['ACK 1001:5001']);
  });

  it('that a close() waited for leaves an orphan', () => {
    const wire = reach('SYN_RECEIVED, active', linux)
      .call(send('abc'))
      .call({ call: 'close' })
      .arrive({ flags: 'ACK' });
    expect(wire.arrive({ flags: 'ACK', ack: -1, text: 'x' }).rules).toContain('close/late-data-reset');
  });
});

describe('timestamps', () => {
  const stamped = { profile: 'linux', timestamps: true } as const;

  it('are followed by Linux once the acknowledgment is read', () => {
    const wire = reach('ESTABLISHED', stamped).arrive({ flags: 'ACK', text: 'a', tsval: 200 });
    expect(wire.out[0]?.timestamps?.echo).toBe(200);
    expect(wire.arrive({ flags: 'ACK', text: 'b', tsval: 150 }).rules).toContain('paws/old-timestamp');
  });

  it('of text say what the peer said last', () => {
    const wire = reach('ESTABLISHED', stamped).call(send('abc'));
    expect(wire.out[0]?.timestamps).toEqual({ value: 1, echo: 100 });
  });

  it('of the FIN are those by which the time-wait socket of an orphan judges', () => {
    const orphan = () =>
      reach('FIN_WAIT_2, orphan', { ...stamped, hasListener: true }).arrive({ flags: 'FIN,ACK', tsval: 200 });
    expect(orphan().arrive({ flags: 'SYN', seq: -9, tsval: 150 }).reopened).toBeNull();
    expect(orphan().arrive({ flags: 'SYN', seq: -9, tsval: 250 }).reopened).not.toBeNull();
    const bare = reach('FIN_WAIT_2, orphan', linux).arrive({ flags: 'FIN,ACK', tsval: 200 });
    expect(bare.out[0]?.timestamps).toBeNull();
  });

  it('that were never agreed on open nothing anew', () => {
    const wire = reach('TIME_WAIT', { hasListener: true }).arrive({ flags: 'SYN', seq: -9, tsval: 900 });
    expect([wire.reopened, wire.state]).toEqual([null, 'TIME_WAIT']);
  });

  it('take their twelve octets from the segments of Linux alone', () => {
    const first = (profile: 'linux' | 'rfc9293') =>
      reach('ESTABLISHED', { profile, timestamps: true }).call(send('x'.repeat(4000))).out[0]?.text.length;
    expect([first('linux'), first('rfc9293')]).toEqual([MSS - 12, MSS]);
  });
});

describe('what a step says of itself', () => {
  it('names nothing that did not happen', () => {
    expect(reach('ESTABLISHED').arrive({ flags: 'FIN,ACK' }).rules).not.toContain('text/in-order');
    expect(reach('ESTABLISHED').arrive({ flags: 'FIN,ACK', seq: 3 }).rules).not.toContain('text/out-of-order-held');
    expect(reach('ESTABLISHED').arrive({ flags: 'ACK' }).rules).not.toContain('send/window-full');
    expect(reach('CLOSE_WAIT').arrive({ flags: 'ACK' }).rules).not.toContain('text/after-fin-ignored');
  });

  it('gives the rule of an acknowledgment that is sent for every second segment', () => {
    const everySecond: Profile = {
      ...PROFILES.rfc9293,
      acknowledgment: { policy: 'every second', delayMs: 40, firstDelayMs: 40 },
    };
    expect(reach('ESTABLISHED', { profile: everySecond }).arrive({ flags: 'FIN,ACK' }).sentBy).toEqual([
      { rule: 'ack/second', isChallenge: false },
    ]);
  });
});

describe('a window that is shut', () => {
  const shut = () => reach('ESTABLISHED', { capacity: 3 }).arrive({ flags: 'ACK', text: 'abc' });

  it('lets a probe’s acknowledgment count', () => {
    const wire = shut().call(send('hi')).arrive({ flags: 'ACK', text: 'd' });
    expect(wire.rules).toEqual(expect.arrayContaining(['window/shut', 'ack/advances']));
    expect(wire.running).not.toHaveProperty('retransmission');
  });

  it('is no reason to look at text from elsewhere', () => {
    expect(shut().arrive({ flags: 'ACK', seq: -3, text: 'abc' }).rules).not.toContain('window/shut');
  });
});

describe('reading', () => {
  const filled = (...texts: string[]) =>
    texts.reduce((wire, text) => wire.arrive({ flags: 'ACK', text }), reach('ESTABLISHED', { capacity: 100 }));
  const pieces = (wire: Wire) => unreadOctets(wire.connection).map(({ text }) => text);

  it('leaves and hands over no empty pieces', () => {
    const three = filled('abc', 'def').call({ call: 'receive', atMost: 3 });
    expect([three.delivered, pieces(three)]).toEqual([['abc'], ['def']]);
    expect(pieces(filled('abc', 'def').call({ call: 'receive', atMost: 4 }))).toEqual(['ef']);
    const whole = filled('a').arrive({ flags: 'ACK', seq: 1, text: 'c' }).arrive({ flags: 'ACK', text: 'bcd' });
    expect(pieces(whole)).toEqual(['a', 'bcd']);
  });

  it('still has what came before the end', () => {
    const wire = reach('FIN_WAIT_2').arrive({ flags: 'FIN,ACK', text: 'bye' });
    expect([wire.state, wire.unread]).toEqual(['TIME_WAIT', 'bye']);
  });

  it('tells the peer of room where there was little, and as soon as it is worth it', () => {
    const updates = (text: string, atMost: number) =>
      filled(text).call({ call: 'receive', atMost }).rules.includes('window/update-sent');
    expect(updates('x'.repeat(50), 50)).toBe(false);
    expect(updates('x'.repeat(60), 49)).toBe(false);
    expect(updates('x'.repeat(60), 50)).toBe(true);
  });
});

describe('sending', () => {
  it('sets the timer for the oldest segment, not for each', () => {
    const wire = reach('ESTABLISHED')
      .call(send('a'.repeat(MSS)))
      .wait(500)
      .call(send('b'.repeat(MSS)));
    expect(wire.running).toEqual({ retransmission: 500 });
  });

  it('pushes text, and nothing else', () => {
    const wire = reach('ESTABLISHED').call(send('abc'));
    expect(wire.out.map(({ psh }) => psh)).toEqual([true]);
    expect(wire.call({ call: 'shutdown' }).out.map(({ psh }) => psh)).toEqual([false]);
  });

  it('pushes the end of a piece that Linux hands over together, and the end of all', () => {
    const pushes = (roundTripMs: number, window: number) => {
      const wire = reach('SYN_SENT', linux).wait(roundTripMs).arrive({ flags: 'SYN,ACK', window });
      return wire.call(send('x'.repeat(5 * MSS))).out.map(({ psh }) => psh);
    };
    expect(pushes(20, 10_000)).toEqual([false, true, false, true, true]);
    expect(pushes(5, 10_000)).toEqual([false, false, true, false, true]);
    expect(pushes(20, 3 * MSS)).toEqual([false, true, false]);
  });

  it('fills segments as far as the peer takes them', () => {
    const wire = reach('SYN_SENT')
      .arrive({ flags: 'SYN,ACK', mss: 100 })
      .call(send('x'.repeat(250)));
    expect(wire.out.map(({ text }) => text.length)).toEqual([100, 100]);
  });
});

describe('the probe of a lost tail', () => {
  const far = () => reach('SYN_SENT', linux).wait(100).arrive({ flags: 'SYN,ACK' });
  const probe = (wire: Wire) => wire.fire('retransmission');

  it('sends what waits, where the peer has room for it', () => {
    const wire = probe(far().call(send('a')).call(send('b')));
    expect([wire.sent, wire.out[0]?.psh]).toEqual([['ACK 1002:5001 "b"'], true]);
  });

  it('sends the last segment again where there is no room, and all of one where there is just enough', () => {
    const narrow = (window: number) =>
      probe(far().arrive({ flags: 'ACK', window }).call(send('a')).call(send('b'))).sent;
    expect([narrow(1), narrow(2)]).toEqual([['ACK 1001:5001 "a"'], ['ACK 1002:5001 "b"']]);
  });

  it('does not push what is not the end', () => {
    const wide = far().arrive({ flags: 'ACK', window: 60_000 });
    const more = wide.call(send('x'.repeat(10 * MSS))).call(send('y'.repeat(2 * MSS)));
    expect(probe(more).out.map(({ psh, text }) => [psh, text.length])).toEqual([[false, MSS]]);
  });

  it('comes once: then the time-out, from the oldest on, and nothing of the queue is lost', () => {
    const wire = probe(['a', 'b', 'c'].reduce((each, octet) => each.call(send(octet.repeat(MSS))), far()));
    expect(wire.rules).toContain('retransmission/tail-probe');
    expect(wire.arrive({ flags: 'ACK', ack: -2 * MSS }).rules).toContain('ack/advances');
    expect(probe(wire).rules).toContain('retransmission/tail-probe');
    expect(probe(wire).rules).toContain('retransmission/timeout');
    expect(wire.out.map(({ text }) => text[0])).toEqual(['b']);
  });

  it('is not set anew by what is sent after it', () => {
    const wire = probe(far().call(send('a'.repeat(MSS))));
    const left = wire.running.retransmission;
    expect(wire.wait(50).call(send('b'.repeat(MSS))).running.retransmission).toBe((left ?? 0) - 50);
  });

  it('does not interrupt a recovery', () => {
    const two = far()
      .call(send('a'.repeat(MSS)))
      .call(send('b'.repeat(MSS)));
    const lost = probe(probe(two));
    expect(lost.rules).toContain('retransmission/timeout');
    const partial = lost.arrive({ flags: 'ACK', ack: -MSS });
    expect(partial.rules).toContain('retransmission/next-lost');
    expect(probe(partial).rules).toContain('retransmission/timeout');
  });
});

describe('the acknowledgments of Linux', () => {
  const talk = () => {
    const wire = reach('ESTABLISHED', linux);
    for (let count = 0; count < 17; count++) wire.arrive({ flags: 'ACK', text: 'q' });
    return wire.fire('delayed-ack');
  };

  it('are quick again once text comes that is known', () => {
    expect(talk().arrive({ flags: 'ACK', text: 'n' }).rules).toContain('ack/delayed');
    expect(talk().arrive({ flags: 'ACK', seq: -2, text: 'q' }).arrive({ flags: 'ACK', text: 'n' }).rules).toContain(
      'ack/quick',
    );
    expect(talk().arrive({ flags: 'ACK', seq: -2 }).arrive({ flags: 'ACK', text: 'n' }).rules).toContain('ack/delayed');
  });

  it('wait longer once waiting was in vain', () => {
    const wire = reach('SYN_SENT', linux).wait(100).arrive({ flags: 'SYN,ACK' });
    for (let count = 0; count < 17; count++) wire.arrive({ flags: 'ACK', text: 'q' });
    wire.fire('delayed-ack').wait(10).arrive({ flags: 'ACK', text: 'n' });
    expect(wire.running['delayed-ack']).toBe(90);
  });

  it('never obey a reset far left of the window', () => {
    expect(reach('CLOSE_WAIT', linux).arrive({ flags: 'RST', seq: -5 }).state).toBe('CLOSE_WAIT');
    expect(reach('CLOSE_WAIT', linux).arrive({ flags: 'RST', seq: -1 }).state).toBe('CLOSED');
  });
});

it('an acknowledgment with the FIN once more answers no SYN and is no challenge', () => {
  const repeating: Profile = { ...PROFILES.rfc9293, close: { ...PROFILES.rfc9293.close, ackRepeatsFin: true } };
  const at = () => reach('FIN_WAIT_1', { profile: repeating });
  expect(at().arrive({ flags: 'ACK', ack: -1, seq: -2, text: 'a' }).sent).toEqual(['FIN,ACK 1001:5001']);
  expect(at().arrive({ flags: 'SYN', seq: 1 }).sent).toEqual(['ACK 1002:5001']);
  expect(at().arrive({ flags: 'RST', seq: 1 }).sent).toEqual(['ACK 1002:5001']);
});

it('a FIN whose acknowledgment waits for company waits as long as text does', () => {
  const waiting: Profile = {
    ...PROFILES.rfc9293,
    acknowledgment: { policy: 'piggyback', delayMs: 30, firstDelayMs: 2 },
  };
  const { running } = reach('ESTABLISHED', { profile: waiting }).arrive({ flags: 'FIN,ACK' });
  expect(running).toEqual({ 'delayed-ack': 30 });
});

it('a reset that does not stand at RCV.NXT is challenged by Linux as by the RFC', () => {
  expect(reach('ESTABLISHED', linux).arrive({ flags: 'RST', seq: 1 }).rules).toContain('reset/challenged');
});

describe('TIME_WAIT on FreeBSD', () => {
  const waited = () => reach('TIME_WAIT', { profile: freebsd }).wait(10_000);

  it('starts its clock again for the FIN alone', () => {
    expect(waited().arrive({ flags: 'ACK', seq: -3, text: 'abc' }).running).toEqual({ 'time-wait': 50_000 });
    expect(waited().arrive({ flags: 'FIN,ACK', seq: -1 }).running).toEqual({ 'time-wait': 60_000 });
  });

  it('ignores an acknowledgment on which both agree, but no text', () => {
    expect(waited().arrive({ flags: 'ACK' }).sent).toEqual([]);
    expect(waited().arrive({ flags: 'ACK', text: 'abc' }).sent).toHaveLength(1);
  });
});
