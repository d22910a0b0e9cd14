import { describe, expect, it } from 'vitest';
import { explore } from './explore';
import { type Question, questionOf } from './question';

type Given = Partial<Omit<Question, 'ask'>>;

/** RTO of RFC 6298 for round trips below a second, and what the time-outs add up to before the j-th retransmission. */
const RTO = 1000;
const untilRetransmission = (j: number): number => (2 ** j - 1) * RTO;

/*
 * The arithmetic, counted from the moment s at which the server sends its octets and its FIN. On time they arrive at t₀ = s + d, and
 * TIME_WAIT begins. One fault keeps an octet on its way for a whole MSL; each other fault can keep the server from learning that its
 * octets arrived, so that it sends them once more, the j-th time at s + (2^j − 1) RTO. Unless the last ACK may be lost, it is there by
 * t₀ + MSL, and the server sends nothing after that. The new connection takes octets once its handshake is over: 2 d after it opens.
 */
function threshold({ faults, mslMs, oneWayMs: d, lastAckArrives }: Question): number {
  const t0 = d;
  const mayStillSend = (j: number) => !lastAckArrives || untilRetransmission(j) < t0 + mslMs;
  const retransmissions = Math.max(
    ...Array.from({ length: faults }, (_, j) => j).filter((j) => j === 0 || mayStillSend(j)),
  );
  const lastSentMs = untilRetransmission(retransmissions);
  return lastSentMs + mslMs - t0 - 2 * d;
}

function leaks(given: Given): boolean {
  return !explore(questionOf('old-octets', given)).holds;
}

const thresholdOf = (given: Given): number => threshold(questionOf('old-octets', given));

describe('old octets get through below the threshold and not from it on', () => {
  it.each<Given>([
    { faults: 1 },
    { faults: 1, mslMs: 3000, oneWayMs: 40 },
    { faults: 2, mslMs: 1500 },
    { faults: 2, mslMs: 2000, tickMs: 1000, oneWayMs: 25 },
    { faults: 2, mslMs: 1500, tickMs: 1500, profile: 'rfc793' },
    { faults: 3, mslMs: 1500, tickMs: 750, segments: 4 },
  ])('%o', (given) => {
    const edge = thresholdOf(given);
    const below = Array.from({ length: 7 }, (_, index) => Math.round((index * (edge - 1)) / 6));
    const beyond = [edge, edge + 1, edge + 500];
    expect(below.filter((timeWaitMs) => !leaks({ ...given, timeWaitMs }))).toEqual([]);
    expect(beyond.filter((timeWaitMs) => leaks({ ...given, timeWaitMs }))).toEqual([]);
  });

  it.each([
    { mslMs: 1000, tickMs: 1000, faults: 2 },
    { mslMs: 3000, tickMs: 3000, faults: 3 },
    { mslMs: 7000, tickMs: 7000, faults: 4 },
  ])('which is two MSL, but for three times the way, once the server sends as late as it can: %o', (given) => {
    const edge = thresholdOf({ ...given, oneWayMs: 1 });
    expect(edge).toBe(2 * given.mslMs - 3);
    expect(leaks({ ...given, timeWaitMs: edge - 1 })).toBe(true);
    expect(leaks({ ...given, timeWaitMs: edge })).toBe(false);
    expect(leaks(given)).toBe(false);
  });
});

describe('lost ACKs', () => {
  it.each([
    [0, 997],
    [1, 1997],
    [2, 3997],
    [3, 7997],
  ])('%i of them: old octets get through up to a TIME_WAIT of %i ms', (lost, edge) => {
    const given: Given = { faults: lost + 1, kinds: ['loss', 'duplicate'], tickMs: 1000, lastAckArrives: false };
    expect(thresholdOf(given)).toBe(edge);
    expect(leaks({ ...given, timeWaitMs: edge - 1 })).toBe(true);
    expect(leaks({ ...given, timeWaitMs: edge })).toBe(false);
  });

  it.each([
    [1, RTO],
    [2, 2 * RTO],
    [3, 4 * RTO],
  ])('%i of them: the passive side ends by a reset where TIME_WAIT is shorter than %i ms', (lost, edge) => {
    const given: Given = { faults: lost, kinds: ['loss'], sides: ['client'] };
    const ask = (timeWaitMs: number) => explore(questionOf('passive-end', { ...given, timeWaitMs }));
    expect(ask(edge).holds).toBe(true);
    expect(ask(edge - 1).counterexample?.strikes).toHaveLength(lost);
  });

  it('seven of them, one for each FIN, and the passive side gives up', () => {
    const given: Given = { faults: 7, kinds: ['loss'], sides: ['client'], segments: 8, timeWaitMs: 120_000 };
    const { counterexample } = explore(questionOf('passive-end', given));
    expect(counterexample?.strikes.map(({ side, nth }) => `${side} ${nth}`)).toEqual(
      [2, 3, 4, 5, 6, 7, 8].map((nth) => `client ${nth}`),
    );
    expect(counterexample?.violatedMs).toBe(1001 + untilRetransmission(7));
  });
});

describe('without an assumption of the argument two MSL are too few', () => {
  it('the last ACK may be lost', () => {
    expect(leaks({ faults: 3, lastAckArrives: false })).toBe(true);
    expect(leaks({ faults: 3 })).toBe(false);
  });

  it('a reset ends TIME_WAIT (RFC 1337)', () => {
    expect(leaks({ faults: 2, resetsIgnored: false })).toBe(true);
    expect(leaks({ faults: 2, resetsIgnored: false, timeWaitMs: 60_000 })).toBe(true);
    expect(leaks({ faults: 2 })).toBe(false);
  });
});

describe('what protects the new connection besides', () => {
  it('numbers from the clock: not even without TIME_WAIT does an octet of so slow a connection fit', () => {
    expect(leaks({ faults: 3, timeWaitMs: 0 })).toBe(true);
    expect(leaks({ faults: 3, timeWaitMs: 0, isns: 'clock' })).toBe(false);
  });

  it('timestamps: old octets are known by their age, with the worst of numbers', () => {
    expect(leaks({ faults: 3, timeWaitMs: 0, timestamps: true })).toBe(false);
  });

  it('and under Linux, too, two MSL keep the connections apart', () => {
    const linux: Given = { faults: 2, profile: 'linux', mslMs: 3000 };
    expect(leaks({ ...linux, timeWaitMs: 2500 })).toBe(true);
    expect(leaks(linux)).toBe(false);
  });
});
