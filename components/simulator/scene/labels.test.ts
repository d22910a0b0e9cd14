import { describe, expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { withSettings } from '@/engine/simulation/settings';
import { compareRuns } from '../model/compare-runs';
import { delaySegment, toggleCopy, toggleLoss } from '../model/lose-segment';
import { FIGURES, LOCALES, settingsOf, speechOf } from '../testing/figures';
import { writtenIn } from '../testing/written';
import { sceneWords } from '../words/scene-words';
import { strokesOf } from './arrows';
import { PHONE_WIDTH, type SceneSize } from './dimensions';
import { overlap } from './geometry';
import { type Layout, layOut } from './lay-out';
import { sceneTimeOf } from './scene-time';

const SIZES: readonly (readonly [SceneSize, number])[] = [
  ['wide', 692],
  ['wide', 560],
  ['phone', PHONE_WIDTH],
  ['phone', 374],
];

const ZH_SIZES = SIZES.filter(([, width]) => width === 692 || width === PHONE_WIDTH);

/** Everything that a reader would call a fault of the picture, in words. */
function faultsOf(layout: Layout, lostWord: string): string[] {
  const written = writtenIn(layout, lostWord);
  const arrows = layout.arrows.flatMap((arrow) => strokesOf(arrow).map((stroke) => ({ arrow, stroke })));
  const faults: string[] = [];
  written.forEach((one, index) => {
    for (const other of written.slice(index + 1)) {
      if (overlap(one.box, other.box)) faults.push(`"${one.text}" lies on "${other.text}"`);
    }
    for (const { arrow, stroke } of arrows) {
      if (overlap(one.box, stroke)) faults.push(`segment ${arrow.segment.id} goes through "${one.text}"`);
    }
    const { width } = layout.dimensions;
    if (one.box.some((point) => point.x < 0 || point.x > width || point.y < 0 || point.y > layout.height)) {
      faults.push(`"${one.text}" leaves the picture`);
    }
  });
  for (const { segment } of layout.arrows) {
    const text = layout.texts.get(segment.id);
    const isNamed = segment.copyOf === null ? text?.label : text?.badges.length;
    if (!isNamed) faults.push(`segment ${segment.id} (${segment.flags}) has no label`);
  }
  return faults;
}

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
              ...faultsOf(layOut(timeline, size, width, words), words.lost).map((fault) => `${where}: ${fault}`),
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
              ...faultsOf(layOut(timeline, size, width, words, diff), words.lost).map((fault) => `${where}: ${fault}`),
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
