import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explore } from './explore';
import { type Question, questionOf } from './question';
import { bruteForce } from './testing/brute-force';

const small = { segments: 3, faults: 2, tickMs: 1000 } as const;

const earlier = { segments: 2, faults: 2, timeWaitMs: 300 } as const;

const CASES: readonly (readonly [string, Question])[] = [
  ['old octets, two MSL', questionOf('old-octets', small)],
  ['old octets, TIME_WAIT too short', questionOf('old-octets', { ...small, tickMs: 500, timeWaitMs: 1500 })],
  ['old octets, no TIME_WAIT', questionOf('old-octets', { ...small, timeWaitMs: 0 })],
  ['old octets, ACKs lost', questionOf('old-octets', { segments: 2, faults: 3, tickMs: 1000, lastAckArrives: false })],
  ['old octets, resets obeyed', questionOf('old-octets', { ...small, resetsIgnored: false })],
  ['old octets, timestamps', questionOf('old-octets', { ...small, timeWaitMs: 0, timestamps: true })],
  ['old octets, numbers by the clock', questionOf('old-octets', { ...small, timeWaitMs: 0, isns: 'clock' })],
  ['old octets, Linux', questionOf('old-octets', { ...small, timeWaitMs: 700, profile: 'linux' })],
  // A copy of the octets restarts the wait; the ACK that answers it is then the last one.
  ['old octets, Linux, a wait that restarts', questionOf('old-octets', { ...small, segments: 4, profile: 'linux' })],
  ['old octets, Linux, the earlier of two', questionOf('old-octets', { ...earlier, profile: 'linux', faults: 1 })],
  ['old octets, a way longer than a tick', questionOf('old-octets', { ...earlier, oneWayMs: 400, tickMs: 250 })],
  ['old octets, late only', questionOf('old-octets', { segments: 4, faults: 2, timeWaitMs: 900, kinds: ['delay'] })],
  ['the passive end, TIME_WAIT too short', questionOf('passive-end', { ...small, timeWaitMs: 900 })],
  ['the passive end, late only', questionOf('passive-end', { ...small, octets: 3, timeWaitMs: 0, kinds: ['delay'] })],
  ['the passive end, losses only', questionOf('passive-end', { segments: 4, faults: 3, kinds: ['loss'] })],
  ['the passive end, Linux', questionOf('passive-end', { ...small, profile: 'linux', timeWaitMs: 300 })],
  ['the passive end, RFC 793', questionOf('passive-end', { ...small, profile: 'rfc793', sides: ['client'] })],
];

const anyQuestion = fc
  .record({
    ask: fc.constantFrom('old-octets', 'passive-end'),
    mslMs: fc.constantFrom(500, 1000, 3000),
    ticks: fc.integer({ min: 1, max: 2 }),
    waitParts: fc.integer({ min: 0, max: 22 }),
    oneWayMs: fc.integer({ min: 1, max: 400 }),
    profile: fc.constantFrom('rfc9293', 'rfc793', 'linux'),
    faults: fc.integer({ min: 0, max: 2 }),
    isns: fc.constantFrom('worst', 'clock'),
    timestamps: fc.boolean(),
    lastAckArrives: fc.boolean(),
    resetsIgnored: fc.boolean(),
  })
  .map(({ ask, ticks, waitParts, ...given }) => {
    const { mslMs } = given;
    return questionOf(ask, { ...given, segments: 2, tickMs: mslMs / ticks, timeWaitMs: (mslMs * waitParts) / 10 });
  });

function expectSame(question: Question): void {
  const { schedules, violations, counterexample } = explore(question);
  const { assignments, ...second } = bruteForce(question);
  const smallest =
    counterexample === null ? null : { faults: counterexample.strikes.length, violatedMs: counterexample.violatedMs };
  expect({ schedules, violations, smallest }).toEqual(second);
  expect(assignments).toBeGreaterThanOrEqual(schedules);
}

describe('every schedule, counted and judged a second way', () => {
  it.each(CASES)('%s', (_, question) => expectSame(question));

  it('any small question', () => {
    fc.assert(fc.property(anyQuestion, expectSame), { numRuns: 12 });
  });

  it('is a test of violations and of none, and of assignments that are one schedule', () => {
    const answers = CASES.map(([, question]) => explore(question));
    expect(new Set(answers.map(({ holds }) => holds))).toEqual(new Set([true, false]));
    const { assignments, schedules } = bruteForce(questionOf('passive-end', small));
    expect(assignments).toBeGreaterThan(schedules);
  });
});
