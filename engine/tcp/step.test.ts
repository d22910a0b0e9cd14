import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSound } from '../testing/is-sound';
import { PLACES, reach } from '../testing/reach';
import { play } from '../testing/rows';
import { TABLES } from '../testing/tables/all';
import type { Wire, WireOptions } from '../testing/wire';
import type { ProfileName } from './profile';

/** Linux arms other timers than those that the RFC's connection needs. */
function isLinux(profile: WireOptions['profile']): boolean {
  return (typeof profile === 'object' ? profile.name : profile) === 'linux';
}

describe.each(TABLES)('%s', (_name, rows) => {
  it.each(rows.map((row) => [`${row.at}: ${row.says}`, row] as const))('%s', (_says, row) => {
    const wire = play(row);
    expect({ next: wire.state, sends: wire.sent }).toEqual({ next: row.next, sends: row.sends ?? [] });
    expect(wire.rules).toContain(row.rule);
    if (row.timers !== undefined) expect(wire.running).toEqual(row.timers);
    if (row.unread !== undefined) expect(wire.unread).toBe(row.unread);
    if (!isLinux(row.options?.profile)) expectSound(wire);
  });
});

/** Something that happens, near where the connection stands, so that it often matters. */
const event = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        flags: fc.constantFrom('ACK', 'ACK', 'FIN,ACK', 'SYN', 'SYN,ACK', 'RST', 'RST,ACK', 'FIN'),
        seq: fc.integer({ min: -4, max: 6 }),
        ack: fc.integer({ min: -4, max: 1 }),
        text: fc.constantFrom('', '', 'a', 'bcd', 'efghij'),
        window: fc.constantFrom(0, 1, 5, 10_000),
        tsval: fc.option(fc.integer({ min: 98, max: 103 }), { nil: undefined }),
      })
      .map((segment) => (wire: Wire) => wire.arrive(segment)),
  },
  fc.constantFrom('abc', 'd').map((text) => (wire: Wire) => wire.call({ call: 'send', text })),
  fc.constantFrom(1, 700).map((userTimeoutMs) => (wire: Wire) => {
    return wire.call({ call: 'send', text: 'e', userTimeoutMs });
  }),
  fc.constantFrom(1, 100).map((atMost) => (wire: Wire) => wire.call({ call: 'receive', atMost })),
  fc.constantFrom('shutdown' as const, 'close' as const).map((call) => (wire: Wire) => wire.call({ call })),
  fc.constantFrom('retransmission', 'persist', 'delayed-ack', 'user-timeout').map((timer) => (wire: Wire) => {
    return wire.timers.has(timer) ? wire.fire(timer) : wire;
  }),
);

describe('any walk', () => {
  it('leaves a sound connection with the timers that it needs, and no others', () => {
    const start = fc.record({
      place: fc.constantFrom(...PLACES),
      profile: fc.constantFrom<ProfileName>('rfc793', 'rfc9293'),
      timestamps: fc.boolean(),
      capacity: fc.constantFrom(3, 8, 1000),
    });
    fc.assert(
      fc.property(start, fc.array(event, { maxLength: 14 }), ({ place, ...options }, events) => {
        const wire = reach(place, options);
        for (const happen of events) expectSound(happen(wire));
      }),
      { numRuns: 3000 },
    );
  });
});
