import { expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { withSettings } from '@/engine/simulation/settings';
import { FIGURES } from '../testing/figures';
import { delaySegment, isLostByFault, toggleCopy, toggleLoss } from './lose-segment';
import { findSegment, selectorOf } from './select-segment';

it('names every segment of every figure, and finds it again by its name', () => {
  for (const figure of FIGURES.values()) {
    const timeline = run(figure.scenario);
    for (const segment of timeline.segments.filter((each) => each.copyOf === null)) {
      expect(findSegment(selectorOf(segment, timeline), timeline)?.id).toBe(segment.id);
    }
  }
});

it('loses exactly the segment that was picked, and lets it through again', () => {
  for (const figure of FIGURES.values()) {
    const timeline = run(figure.scenario);
    for (const segment of timeline.segments.filter((each) => each.fate === 'delivered' && each.copyOf === null)) {
      const lossy = run(withSettings(figure.scenario, { faults: toggleLoss(segment, timeline) }));
      const same = findSegment(selectorOf(segment, timeline), lossy);
      expect(same?.fate).toBe('lost');
      if (!same) continue;
      expect(isLostByFault(same, lossy)).toBe(true);
      expect(toggleLoss(same, lossy)).toEqual(figure.scenario.faults);
    }
  }
});

it('delays by steps, and back to nothing', () => {
  const figure = FIGURES.get('four-way-close') ?? expect.fail();
  const timeline = run(figure.scenario);
  const fin = timeline.segments.find((segment) => segment.kind === 'fin') ?? expect.fail();
  const later = run(withSettings(figure.scenario, { faults: delaySegment(fin, 50, timeline) }));
  const delayed = findSegment(selectorOf(fin, timeline), later) ?? expect.fail();
  expect(delayed.arrivesMs - fin.arrivesMs).toBe(50);
  expect(delaySegment(delayed, -50, later)).toEqual([]);
  expect(delaySegment(fin, -50, timeline)).toEqual([]);
});

it('has the network copy a segment once', () => {
  const figure = FIGURES.get('four-way-close') ?? expect.fail();
  const timeline = run(figure.scenario);
  const fin = timeline.segments.find((segment) => segment.kind === 'fin') ?? expect.fail();
  const doubled = run(withSettings(figure.scenario, { faults: toggleCopy(fin, 100, timeline) }));
  const copy = doubled.segments.find((segment) => segment.copyOf !== null) ?? expect.fail();
  expect(doubled.segments[copy.copyOf ?? -1]?.kind).toBe('fin');
  expect(toggleCopy(copy, 100, doubled)).toEqual([]);
});
