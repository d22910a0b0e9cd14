import { describe, expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { withSettings } from '@/engine/simulation/settings';
import { FIGURES, settingsOf } from '../testing/figures';
import { dimensionsOf } from './dimensions';
import { sceneTimeOf } from './scene-time';
import { makeTimeScale } from './time-scale';

const dimensions = dimensionsOf('wide', 692);

function scaleOf(name: string, settings = {}) {
  const figure = FIGURES.get(name) ?? expect.fail();
  const time = sceneTimeOf(run(withSettings(figure.scenario, settings)));
  return { time, scale: makeTimeScale(time, dimensions, 100, new Map()) };
}

describe('the time scale', () => {
  it('gives a flight 39 pixels, whatever the round-trip time', () => {
    for (const roundTripMs of [20, 100, 400]) {
      const { scale } = scaleOf('four-way-close', { roundTripMs });
      expect(scale.y(1000 + roundTripMs / 2) - scale.y(1000)).toBeCloseTo(39);
    }
  });

  it('folds four minutes of waiting to a strip, and says where it begins and ends', () => {
    const { scale } = scaleOf('four-way-close');
    expect(scale.folds.map((fold) => [fold.fromMs - 1000, fold.toMs - 1000, fold.bottom - fold.top])).toEqual([
      [280, 240_170, 46],
    ]);
  });

  it('folds twice in figure 4.1: before the FIN comes again, and before the SYN does', () => {
    const { scale } = scaleOf('last-ack-lost');
    expect(scale.folds.map((fold) => [fold.fromMs - 1000, fold.toMs - 1000])).toEqual([
      [330, 1120],
      [1480, 2270],
    ]);
  });

  it('never runs backwards, and finds the moment of a height again', () => {
    for (const [name, figure] of FIGURES) {
      for (const settings of settingsOf(figure)) {
        const { time, scale } = scaleOf(name, settings);
        let before = Number.NEGATIVE_INFINITY;
        for (const ms of time.moments) {
          expect(scale.y(ms)).toBeGreaterThanOrEqual(before);
          before = scale.yAfter(ms);
          expect(scale.msAt(before)).toBeCloseTo(ms);
        }
      }
    }
  });

  it('leaves no stretch of more than four flights unfolded', () => {
    for (const [name, figure] of FIGURES) {
      for (const settings of settingsOf(figure)) {
        const { time, scale } = scaleOf(name, settings);
        time.moments.slice(1).forEach((ms, index) => {
          const height = scale.y(ms) - scale.yAfter(time.moments[index] ?? 0);
          expect(height).toBeLessThanOrEqual(4 * 39 + 0.01);
        });
      }
    }
  });
});
