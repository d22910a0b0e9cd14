import { describe, expect, it } from 'vitest';
import { RULES } from '@/engine/tcp/rules';
import { figureRun } from '../model/figure-run';
import { knobViews } from '../model/knobs';
import { comparisonsOf, verdictsOf } from '../model/verdicts';
import { verdictText } from '../parts/verdicts';
import { FIGURES, LOCALES, settingsOf, speechOf, wordsOf } from '../testing/figures';

/** Paths of all messages below an object. */
function paths(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : paths(value as object, `${prefix}${key}.`),
  );
}

describe('words', () => {
  it('are the same messages in both languages', () => {
    const en = wordsOf('en');
    const zh = wordsOf('zh');
    for (const owner of ['simulator', 'figures', 'rules'] as const) expect(paths(zh[owner])).toEqual(paths(en[owner]));
  });

  it('say every rule', () => {
    for (const locale of LOCALES)
      expect(Object.keys(wordsOf(locale).rules)).toEqual(expect.arrayContaining(Object.keys(RULES)));
  });

  for (const [name, figure] of FIGURES) {
    it(`of ${name} name every knob and every verdict, whatever the run comes to`, () => {
      const comparisons = comparisonsOf(figure);
      for (const locale of LOCALES) {
        const speech = speechOf(locale, name);
        expect(speech.plain('figure.title')).not.toBe('');
        expect(speech.plain('figure.description')).not.toBe('');
        for (const settings of settingsOf(figure)) {
          for (const knob of knobViews(figure, settings, speech)) expect(knob.label).not.toBe('');
          const run = figureRun(figure, settings, speech);
          for (const verdict of verdictsOf(figure, run.timeline, comparisons)) {
            const { says, otherwise } = verdictText(verdict, speech);
            expect(says, `${verdict.id} ${JSON.stringify(settings)}`).toMatch(/[.。]$/);
            expect(`${says} ${otherwise}`).not.toMatch(/[{}<>–]|undefined|NaN/);
          }
        }
      }
    });
  }
});
