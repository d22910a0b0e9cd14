import { describe, expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { withSettings } from '@/engine/simulation/settings';
import { sceneTimeOf } from '../scene/scene-time';
import { FIGURES } from '../testing/figures';
import { cutTimeline } from './cut-timeline';
import { delaySegment, toggleLoss } from './lose-segment';

/** All that a held picture is drawn from; the scenario's own future is not drawn. */
function drawn(timeline: ReturnType<typeof run>, untilMs: number) {
  const { scenario, ...rest } = cutTimeline(timeline, untilMs);
  return { hosts: scenario.hosts, ...rest };
}

describe('a run that is held does not tell what comes', () => {
  for (const [name, figure] of FIGURES) {
    it(`${name}: whatever happens to what is under way, the picture so far is the same`, () => {
      const whole = run(figure.scenario);
      for (const { sentMs } of sceneTimeOf(whole).segments) {
        const untilMs = sentMs + 10;
        const underWay = whole.segments.filter((segment) => segment.sentMs <= untilMs && segment.arrivesMs > untilMs);
        for (const segment of underWay) {
          for (const faults of [toggleLoss(segment, whole), delaySegment(segment, 200, whole)]) {
            const other = run(withSettings(figure.scenario, { faults }));
            expect(drawn(other, untilMs)).toEqual(drawn(whole, untilMs));
          }
        }
      }
    });
  }
});

it('keeps nothing that is later', () => {
  for (const figure of FIGURES.values()) {
    const untilMs = figure.scenario.originMs + figure.openAtMs;
    const cut = cutTimeline(run(figure.scenario), untilMs);
    expect(cut.entries.every((entry) => entry.atMs <= untilMs)).toBe(true);
    expect(cut.intervals.every((interval) => interval.fromMs <= untilMs && (interval.toMs ?? 0) <= untilMs)).toBe(true);
    expect(cut.segments.every((segment) => segment.arrivesMs <= untilMs || segment.fate === 'in flight')).toBe(true);
    expect(cut.scenario.faults).toEqual([]);
  }
});
