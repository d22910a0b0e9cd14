import { describe, expect, it } from 'vitest';
import type { Settings } from '@/engine/simulation/settings';
import { figureRun } from '../model/figure-run';
import { layOut } from '../scene/lay-out';
import { FIGURES, speechOf } from '../testing/figures';
import { holdOf, timePulled } from './hold';

function held(name: string, settings: Settings = {}) {
  const figure = FIGURES.get(name) ?? expect.fail();
  const { timeline, sceneWords } = figureRun(figure, settings, speechOf('en', name));
  return { figure, timeline, settings, layout: layOut(timeline, 'wide', 692, sceneWords) };
}

describe('a hold', () => {
  it('pulls an arrival by the time that the picture shows, in steps of a tenth of a flight', () => {
    const now = held('four-way-close');
    const fin = now.timeline.segments.find(({ kind }) => kind === 'fin') ?? expect.fail();
    const hold = holdOf(`arrival:${fin.id}`, now) ?? expect.fail();
    const perMs = now.layout.scale.pxPerMs;
    const pulled = hold.pull(51 * perMs);
    expect(pulled.settings.faults).toMatchObject([
      { action: 'delay', byMs: 50, match: { flags: 'FIN,ACK', occurrence: 1 } },
    ]);
    expect(pulled.deed).toMatchObject({ did: 'delayed', byMs: 50 });
    expect(hold.pull(-300)).toMatchObject({ settings: { faults: [] }, deed: { did: 'undelayed' } });
  });

  it('goes on from where the arrival was', () => {
    const first = held('four-way-close');
    const fin = first.timeline.segments.find(({ kind }) => kind === 'fin') ?? expect.fail();
    const { settings } = (holdOf(`arrival:${fin.id}`, first) ?? expect.fail()).pull(50 * first.layout.scale.pxPerMs);
    const second = held('four-way-close', settings);
    const hold = holdOf(`arrival:${fin.id}`, second) ?? expect.fail();
    const again = hold.pull(30 * second.layout.scale.pxPerMs);
    expect(again.settings.faults).toMatchObject([{ action: 'delay', byMs: 80 }]);
  });

  it('sets the length of TIME_WAIT by its end, within the range of its knob', () => {
    const now = held('last-ack-lost');
    const wait = now.timeline.intervals.findIndex(({ state }) => state === 'TIME_WAIT');
    const hold = holdOf(`time-wait:${wait}`, now) ?? expect.fail();
    expect(hold.pull(0)).toMatchObject({ settings: { timeWaitMs: 100 } });
    expect(hold.pull(-500)).toMatchObject({ settings: { timeWaitMs: 0 } });
    expect(hold.pull(5000)).toMatchObject({ settings: { timeWaitMs: 8000 } });
  });

  it('sets the MSL by its mark, and by the end of TIME_WAIT as half of that', () => {
    const now = held('whole-life', { mslMs: 10_000 });
    const wait = now.timeline.intervals.findIndex(({ state }) => state === 'TIME_WAIT');
    for (const [handle, msl] of [
      ['msl', 1],
      ['time-wait', 2],
    ] as const) {
      const hold = holdOf(`${handle}:${wait}`, now) ?? expect.fail();
      expect(hold.pull(0)).toMatchObject({ settings: { mslMs: 10_000 } });
      // One detent is one step: a second of MSL, half a second where twice that is pulled.
      expect(hold.pull(-48).settings.mslMs).toBe(10_000 - 4000 / msl);
    }
  });

  it('follows the hand over four flights, and is quicker beyond, both ways alike', () => {
    const { layout } = held('four-way-close');
    const flight = layout.dimensions.flight;
    expect(timePulled(flight, layout, 5)).toBeCloseTo(50);
    expect(timePulled(4 * flight, layout, 5)).toBeCloseTo(200);
    expect(timePulled(8 * flight, layout, 5)).toBeGreaterThan(800);
    for (const pixels of [1, 100, 400]) expect(timePulled(-pixels, layout, 5)).toBe(-timePulled(pixels, layout, 5));
    const moments = Array.from({ length: 300 }, (_, index) => timePulled(index * 10 - 1500, layout, 5));
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });

  it('takes hold of nothing else', () => {
    const now = held('three-segments');
    for (const handle of ['arrival:999', 'msl:0', 'time-wait:999', 'nothing:1', ''])
      expect(holdOf(handle, now)).toBeNull();
  });
});
