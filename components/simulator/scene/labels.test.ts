import { describe, expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { withSettings } from '@/engine/simulation/settings';
import { compareRuns } from '../model/compare-runs';
import { delaySegment, toggleCopy, toggleLoss } from '../model/lose-segment';
import { FIGURES, LOCALES, settingsOf, speechOf } from '../testing/figures';
import { labelFaults } from '../testing/label-faults';
import { sceneWords } from '../words/scene-words';
import { PHONE_WIDTH, type SceneSize } from './dimensions';
import { layOut } from './lay-out';
import { sceneTimeOf } from './scene-time';

const SIZES: readonly (readonly [SceneSize, number])[] = [
  ['wide', 692],
  ['wide', 560],
  ['phone', PHONE_WIDTH],
  ['phone', 374],
];

const ZH_SIZES = SIZES.filter(([, width]) => width === 692 || width === PHONE_WIDTH);

describe('labels: none on another, none on an arrow, none missing', () => {
  for (const [name, figure] of FIGURES) {
    it(`${name}, whatever its knobs say`, () => {
      const faults: string[] = [];
      for (const locale of LOCALES) {
        const speech = speechOf(locale, name);
        for (const settings of settingsOf(figure)) {
          const timeline = run(withSettings(figure.scenario, settings));
          const words = sceneWords(timeline, speech);
          for (const [size, width] of locale === 'en' ? SIZES : ZH_SIZES) {
            const where = `${locale} ${size} ${width} ${JSON.stringify(settings)}`;
            faults.push(
              ...labelFaults(layOut(timeline, size, width, words), words.lost).map((fault) => `${where}: ${fault}`),
            );
          }
        }
      }
      expect(faults).toEqual([]);
    });
  }

  for (const [name, figure] of FIGURES) {
    it(`${name}, whichever segment is lost, delayed or copied`, () => {
      const faults: string[] = [];
      const whole = run(figure.scenario);
      const speech = speechOf('en', name);
      for (const segment of sceneTimeOf(whole).segments) {
        for (const change of [
          toggleLoss(segment, whole),
          delaySegment(segment, 300, whole),
          toggleCopy(segment, 100, whole),
        ]) {
          const timeline = run(withSettings(figure.scenario, { faults: change }));
          const words = sceneWords(timeline, speech);
          const diff = compareRuns(timeline, whole);
          for (const [size, width] of SIZES) {
            const where = `${size} ${width} ${JSON.stringify(change.at(-1))}`;
            faults.push(
              ...labelFaults(layOut(timeline, size, width, words, diff), words.lost).map(
                (fault) => `${where}: ${fault}`,
              ),
            );
          }
        }
      }
      expect(faults).toEqual([]);
    });
  }

  it('keeps the height of a phone picture, however wide the phone', () => {
    for (const [name, figure] of FIGURES) {
      const timeline = run(figure.scenario);
      const words = sceneWords(timeline, speechOf('en', name));
      const heights = [PHONE_WIDTH, 320, 344, 374, 480].map((width) => layOut(timeline, 'phone', width, words).height);
      expect(new Set(heights).size, name).toBe(1);
    }
  });
});
