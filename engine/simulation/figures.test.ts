import { describe, expect, it } from 'vitest';
import type { Knob } from '../../model/figure';
import { FIGURE_NAMES, readFigure } from '../testing/figures';
import { run } from './run';
import type { Settings } from './settings';
import { withSettings } from './settings';
import { takeMeasure } from './take-measure';

const EXPECTED = [
  'fin-behind-a-hole',
  'four-way-close',
  'last-ack-lost',
  'old-duplicate',
  'server-closes-first',
  'simultaneous-close',
  'three-segments',
  'time-wait-answers',
  'two-clients',
  'whole-life',
];

it('has the ten figures of the first four chapters', () => {
  expect(FIGURE_NAMES).toEqual(expect.arrayContaining(EXPECTED));
});

describe.each(FIGURE_NAMES)('%s', (name) => {
  const figure = readFigure(name);

  it('strikes with every fault, and comes to rest', () => {
    const { unmatchedFaults, endedBy } = run(figure.scenario);
    expect({ unmatchedFaults, endedBy }).toEqual({ unmatchedFaults: [], endedBy: 'idle' });
  });

  it('opens at a moment of the run', () => {
    const { endMs } = run(figure.scenario);
    expect(figure.openAtMs + figure.scenario.originMs).toBeLessThanOrEqual(endMs);
  });

  it('comes to rest at both ends of every knob', () => {
    for (const settings of figure.knobs.flatMap(extremes)) {
      expect([settings, run(withSettings(figure.scenario, settings)).endedBy]).toEqual([settings, 'idle']);
    }
  });

  it('gives each verdict a measure that can be taken', () => {
    for (const { id, measure } of figure.verdicts) {
      expect([id, takeMeasure(run(figure.scenario), measure)]).not.toEqual([id, undefined]);
    }
  });

  it('claims something', () => {
    expect(figure.claims.length).toBeGreaterThan(0);
  });

  it.each(figure.claims.map((claim) => [claim.says, claim] as const))('holds: %s', (_, claim) => {
    const { settings = {}, measure, equals } = claim;
    expect(takeMeasure(run(withSettings(figure.scenario, settings)), measure)).toBe(equals);
  });
});

function extremes(knob: Knob): Settings[] {
  switch (knob.knob) {
    case 'roundTrip':
      return [{ roundTripMs: knob.minMs }, { roundTripMs: knob.maxMs }];
    case 'msl':
      return [{ mslMs: knob.minMs }, { mslMs: knob.maxMs }];
    case 'timeWait':
      return [{ timeWaitMs: knob.minMs }, { timeWaitMs: knob.maxMs }];
    case 'start':
      return [{ startMs: { [knob.socket]: knob.minMs } }, { startMs: { [knob.socket]: knob.maxMs } }];
    case 'profile':
      return knob.choices.map((profile) => ({ profile }));
    case 'timestamps':
      return [{ timestamps: true }, { timestamps: false }];
    case 'sysctl':
      return knob.choices.map((choice) => ({ sysctls: { [knob.host]: { [knob.name]: choice } } }));
    case 'faults':
      return [{ faults: [] }, ...knob.choices.map(({ fault }) => ({ faults: [fault] }))];
  }
}
