import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACES, reach } from '../testing/reach';
import { PROFILES, type ProfileName } from './profile';
import { RULES } from './rules';
import { seqNumber } from './sequence-number';
import { TCP_STATES } from './state';
import { step } from './step';
import type { Context, Input } from './turn';

/** Sequence numbers where something may happen (tests begin at 1000 and 5000), and anywhere else. */
const seq = fc
  .oneof(fc.integer({ min: 990, max: 1020 }), fc.integer({ min: 4990, max: 5020 }), fc.integer())
  .map((n) => seqNumber(n));

const segment = fc.record({
  seq,
  ack: fc.option(seq),
  syn: fc.boolean(),
  fin: fc.boolean(),
  rst: fc.boolean(),
  psh: fc.boolean(),
  window: fc.nat({ max: 70_000 }),
  text: fc.string({ maxLength: 20 }),
  timestamps: fc.option(fc.record({ value: fc.nat(), echo: fc.nat() })),
  origin: fc.nat({ max: 3 }),
});

const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: segment.map((one): Input => ({ type: 'segment', segment: one })) },
  fc
    .constantFrom('listen', 'connect', 'shutdown', 'close', 'abort')
    .map((call): Input => ({ type: 'call', call: { call } as never })),
  fc.string({ minLength: 1, maxLength: 30 }).map((text): Input => ({ type: 'call', call: { call: 'send', text } })),
  fc.nat({ max: 30 }).map((atMost): Input => ({ type: 'call', call: { call: 'receive', atMost } })),
  fc
    .constantFrom('retransmission', 'time-wait', 'delayed-ack', 'fin-wait-2', 'persist', 'user-timeout')
    .map((timer): Input => ({ type: 'timer', timer })),
);

const situation = fc.record({
  place: fc.constantFrom(...PLACES),
  profile: fc.constantFrom<ProfileName>('rfc793', 'rfc9293', 'linux'),
  timestamps: fc.boolean(),
  hasListener: fc.boolean(),
  inputs: fc.array(input, { minLength: 1, maxLength: 12 }),
});

/** Plays the inputs one after another and hands each step to the test. */
function walk(
  chosen: typeof situation extends fc.Arbitrary<infer S> ? S : never,
  look: (before: unknown, input: Input, context: Context, after: ReturnType<typeof step>) => void,
): void {
  const { place, profile, timestamps, hasListener, inputs } = chosen;
  let { connection, nowMs } = reach(place, { profile, timestamps, hasListener });
  for (const one of inputs) {
    nowMs += 100;
    const context: Context = {
      nowMs,
      profile: PROFILES[profile],
      iss: seqNumber(1000),
      origin: 1,
      capacity: 20,
      timestamps,
      hasListener,
    };
    const outcome = step(deepFreeze(connection), deepFreeze(one), context);
    look(connection, one, context, outcome);
    connection = outcome.connection;
  }
}

describe('step', () => {
  it('has an outcome for everything that can happen, in every state', () => {
    fc.assert(
      fc.property(situation, (chosen) => {
        walk(chosen, (_, one, __, { connection, trace, effects }) => {
          expect(TCP_STATES).toContain(connection.state);
          for (const rule of trace) expect(RULES).toHaveProperty([rule]);
          if (one.type === 'segment' || one.type === 'call') expect(trace.length).toBeGreaterThan(0);
          for (const effect of effects) if (effect.type === 'arm') expect(effect.durationMs).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('is a function: the same again gives the same, and what went in is as it was', () => {
    fc.assert(
      fc.property(situation, (chosen) => {
        walk(chosen, (before, one, context, outcome) => {
          expect(step(before as never, one, context)).toEqual(outcome);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('does not look at who wrote an octet', () => {
    fc.assert(
      fc.property(situation, (chosen) => {
        const states = (origin: number) => {
          const seen: unknown[] = [];
          const inputs = chosen.inputs.map((one) =>
            one.type === 'segment' ? { ...one, segment: { ...one.segment, origin } } : one,
          );
          walk({ ...chosen, inputs }, (_, __, ___, { connection, trace, reception }) =>
            seen.push([connection.state, trace, reception]),
          );
          return seen;
        };
        expect(states(1)).toEqual(states(7));
      }),
      { numRuns: 300 },
    );
  });

  it('never answers a reset', () => {
    fc.assert(
      fc.property(situation, segment, (chosen, rst) => {
        const inputs: Input[] = [{ type: 'segment', segment: { ...rst, rst: true } }];
        walk({ ...chosen, inputs }, (_, __, ___, { effects }) => {
          for (const effect of effects) if (effect.type === 'send') expect(effect.segment.rst).toBe(false);
        });
      }),
      { numRuns: 800 },
    );
  });

  it('sends nothing from TIME_WAIT of its own accord', () => {
    const wire = reach('TIME_WAIT');
    for (const timer of ['retransmission', 'delayed-ack', 'fin-wait-2', 'persist'] as const) {
      expect(wire.timers.has(timer)).toBe(false);
    }
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
