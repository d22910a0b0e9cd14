import { describe, expect, it } from 'vitest';
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
