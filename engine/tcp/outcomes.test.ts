import { describe, expect, it } from 'vitest';
import { reach } from '../testing/reach';
import { play } from '../testing/rows';
import { ALL_ROWS } from '../testing/tables/all';
import type { Errno } from './profile';
import type { RuleId } from './rules';
import type { Reception } from './turn';

const RECEPTIONS: readonly Reception[] = ['accepted', 'queued', 'duplicate', 'discarded', 'refused'];
const ERRORS: readonly (Errno | null)[] = [null, 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/** The rules by which RFC 5961 asks a peer to prove itself. */
const CHALLENGES: ReadonlySet<RuleId> = new Set<RuleId>([
  'reset/challenged',
  'syn/challenged',
  'time-wait/syn-challenged',
  'ack/beyond-sent',
  'ack/ancient',
]);

describe.each(['rfc9293', 'rfc793', 'linux'] as const)('what a step tells of itself, %s', (profile) => {
  const wires = ALL_ROWS.filter(({ options }) => (options?.profile ?? 'rfc9293') === profile).map((row) => {
    return { name: `${row.at}: ${row.says}`, isSegment: 'segment' in row.on, wire: play(row) };
  });

  it('names a rule it has met for every segment it sends', () => {
    for (const { name, wire } of wires) {
      for (const { rule } of wire.sentBy) expect([name, wire.rules]).toEqual([name, expect.arrayContaining([rule])]);
    }
  });

  it('calls a challenge what challenges, and nothing else', () => {
    for (const { name, wire } of wires) {
      const expected = wire.sentBy.map(({ rule }) => ({ rule, isChallenge: CHALLENGES.has(rule) }));
      expect([name, wire.sentBy]).toEqual([name, expected]);
    }
  });

  it('calls refused what it answers with a reset, and nothing else', () => {
    for (const { name, wire, isSegment } of wires) {
      if (!isSegment) continue;
      const isReset = wire.sent.some((sent) => sent.startsWith('RST'));
      expect([name, wire.reception === 'refused']).toEqual([name, isReset]);
      expect(RECEPTIONS).toContain(wire.reception);
    }
  });

  it('ends with an error that a socket can report', () => {
    for (const { name, wire } of wires) {
      const { connection } = wire;
      if (connection.state === 'CLOSED') expect([name, ERRORS.includes(connection.error)]).toEqual([name, true]);
    }
  });
});

describe('an unacceptable segment', () => {
  it.each(['ESTABLISHED', 'TIME_WAIT'] as const)('is a repetition where all of it has been received, %s', (place) => {
    expect(reach(place).arrive({ flags: 'ACK', seq: -3, text: 'abc' }).reception).toBe('duplicate');
    expect(reach(place).arrive({ flags: 'ACK', seq: 20_000, text: 'abc' }).reception).toBe('discarded');
    expect(reach(place).arrive({ flags: 'RST', seq: -3 }).reception).toBe('discarded');
    expect(reach(place, { profile: 'rfc793' }).arrive({ flags: 'SYN', seq: -3 }).reception).toBe('discarded');
  });
});

describe('what must not be taken for something else', () => {
  it('opens nothing anew from TIME_WAIT without a SYN', () => {
    for (const segment of [
      { flags: 'RST', seq: 1 },
      { flags: '', seq: 1, text: 'a' },
    ]) {
      const wire = reach('TIME_WAIT', { hasListener: true }).arrive(segment);
      expect([wire.reopened, wire.state]).toEqual([null, 'TIME_WAIT']);
    }
  });

  it('answers an old timestamp in TIME_WAIT, where a bare ACK would only restart the clock', () => {
    const wire = reach('TIME_WAIT', { profile: 'linux', timestamps: true }).arrive({ flags: 'ACK', tsval: 99 });
    expect(wire.rules).toContain('time-wait/anything-restarts');
  });

  it('remembers no timestamp where none was agreed on', () => {
    const { connection } = reach('ESTABLISHED').arrive({ flags: 'ACK', tsval: 7 });
    expect('receive' in connection && connection.receive.tsRecent).toBeNull();
  });

  it('challenges a SYN,ACK that comes again after the handshake', () => {
    expect(reach('ESTABLISHED').arrive({ flags: 'SYN,ACK', seq: -1 }).rules).toContain('syn/challenged');
  });

  it('sends nothing again for an acknowledgment of nothing new', () => {
    const wire = reach('ESTABLISHED').call({ call: 'send', text: 'abc' }).fire('retransmission');
    expect(wire.arrive({ flags: 'ACK', ack: -3 }).sent).toEqual([]);
  });

  it('says of a FIN by which policy its acknowledgment waits', () => {
    expect(reach('ESTABLISHED').arrive({ flags: 'FIN,ACK' }).rules).toContain('ack/piggybacked');
    expect(reach('ESTABLISHED', { profile: 'linux' }).arrive({ flags: 'FIN,ACK' }).rules).toContain('ack/delayed');
    const late = reach('ESTABLISHED').arrive({ flags: 'ACK', seq: 1, text: 'b' });
    expect(late.rules).not.toContain('fin/behind-a-hole');
    expect(late.arrive({ flags: 'FIN,ACK', seq: 2 }).arrive({ flags: 'ACK', text: 'a' }).rules).toContain(
      'ack/piggybacked',
    );
  });

  it('ends the quick acknowledgments of Linux after sixteen', () => {
    const wire = reach('ESTABLISHED', { profile: 'linux' });
    for (let count = 0; count < 16; count++)
      expect(wire.arrive({ flags: 'ACK', text: 'q' }).rules).toContain('ack/quick');
    expect(wire.arrive({ flags: 'ACK', text: 'q' }).rules).toContain('ack/delayed');
  });
});
