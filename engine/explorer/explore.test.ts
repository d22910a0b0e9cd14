import { describe, expect, it } from 'vitest';
import { figure } from '../../model/figure';
import { run } from '../simulation/run';
import { takeMeasure } from '../simulation/take-measure';
import { problemOf } from './check-question';
import { describe as tell } from './describe';
import { estimateSchedules } from './estimate';
import { explore, exploring } from './explore';
import { type Question, questionOf } from './question';

const oneFault = questionOf('old-octets', { faults: 1 });
const tooShort = questionOf('old-octets', { timeWaitMs: 1500 });

describe('a counterexample', () => {
  const { counterexample } = explore(tooShort);

  it('is a scenario in which the old octets are read by the new connection', () => {
    const scenario = figure.shape.scenario.parse(JSON.parse(JSON.stringify(counterexample?.scenario)));
    const timeline = run(scenario);
    expect(takeMeasure(timeline, { measure: 'oldOctets', socket: 'c2' })).toBe(3);
    expect(timeline.deliveries.find(({ fromIncarnation }) => fromIncarnation === 1)?.text).toBe('old');
    expect(timeline.deliveries.at(-1)?.atMs).toBe(counterexample?.violatedMs);
    expect(timeline.unmatchedFaults).toEqual([]);
  });

  it('names the segments as a reader sees them', () => {
    expect(counterexample?.scenario.faults).toEqual([
      {
        match: { from: 'client', to: 'server', incarnation: 1, flags: 'ACK', occurrence: 2 },
        action: 'delay',
        byMs: 999,
      },
      {
        match: { from: 'server', to: 'client', incarnation: 1, flags: 'DATA', occurrence: 2 },
        action: 'delay',
        byMs: 999,
      },
    ]);
  });

  it('needs every one of its faults', () => {
    const scenario = counterexample?.scenario;
    if (scenario === undefined) throw new Error('there is none');
    for (const left of scenario.faults) {
      const timeline = run({ ...scenario, faults: scenario.faults.filter((fault) => fault !== left) });
      expect(takeMeasure(timeline, { measure: 'oldOctets', socket: 'c2' })).toBe(0);
    }
  });

  it('of the other question is a scenario in which the passive side is reset', () => {
    const scenario = explore(questionOf('passive-end', { timeWaitMs: 900 })).counterexample?.scenario;
    if (scenario === undefined) throw new Error('there is none');
    expect(takeMeasure(run(scenario), { measure: 'leftBy', socket: 's1', state: 'LAST_ACK' })).toBe('RST');
  });
});

describe('an exploration', () => {
  it('gives the same answer in pieces as in one go, and tells how far it is', () => {
    const steps = exploring(tooShort, 50);
    const heard: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      heard.push(step.value.done);
      expect(step.value.schedules).toBe(50 * heard.length);
    }
    expect(step.value).toEqual(explore(tooShort));
    expect(heard.length).toBe(Math.floor(step.value.schedules / 50));
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBeLessThanOrEqual(1);
  });

  it('without any fault has one schedule', () => {
    expect(explore(questionOf('old-octets', { faults: 0, timeWaitMs: 0 }))).toMatchObject({
      holds: true,
      schedules: 1,
    });
  });

  it('counts one schedule for each thing that may become of each of four segments, and the one without a fault', () => {
    // Loss, two delays, two copies; but the last ACK may not be lost.
    expect(explore(oneFault).schedules).toBe(1 + 4 * 5 - 1);
    expect(explore({ ...oneFault, lastAckArrives: false }).schedules).toBeGreaterThan(20);
  });

  it('is estimated beforehand within a third', () => {
    for (const faults of [1, 2]) {
      const question = questionOf('old-octets', { faults });
      const ratio = estimateSchedules(question) / explore(question).schedules;
      expect(Math.abs(Math.log(ratio))).toBeLessThan(Math.log(4 / 3));
    }
  });
});

describe('bounds', () => {
  it.each<[Partial<Question>, string]>([
    [{ faults: 1.5 }, 'faults'],
    [{ faults: -1 }, 'faults'],
    [{ faults: 9 }, 'faults'],
    [{ segments: 0 }, 'segments'],
    [{ tickMs: 0 }, 'tickMs'],
    [{ timeWaitMs: Number.NaN }, 'timeWaitMs'],
    [{ mslMs: 1e9 }, 'mslMs'],
    [{ oneWayMs: 0 }, 'oneWayMs'],
    [{ oneWayMs: 401 }, 'oneWayMs'],
    [{ oneWayMs: 50, mslMs: 40 }, 'oneWayMs'],
    [{ octets: 0 }, 'octets'],
    [{ kinds: [] }, 'kinds'],
    [{ sides: [] }, 'sides'],
  ])('%o cannot be', (given, bound) => {
    const question = questionOf('old-octets', given);
    expect(problemOf(question)?.bound).toBe(bound);
    expect(() => explore(question)).toThrow(RangeError);
  });

  it('are all in what is told of the answer', () => {
    const told = JSON.stringify(tell(questionOf('old-octets', { mslMs: 1234, tickMs: 617, oneWayMs: 17, faults: 5 })));
    for (const part of ['1234', '617', '17', '"most":5', 'worst', 'rfc9293', '"arrives":true', '"ignored":true']) {
      expect(told).toContain(part);
    }
  });
});
