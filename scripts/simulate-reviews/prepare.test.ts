import { expect, it } from 'vitest';
import { prepareByPlan, prepareFixed } from './prepare';
import { seeded } from './seeded';
import { spreadOf } from './sum-up';

const LEARNERS = Array.from({ length: 25 }, (_, i) => i + 1);

/** The small version of `npm run simulate:reviews`; docs/reviews.md says what is simulated. */
for (const days of [14, 60]) {
  it(`${days} days: nine tenths recalled on the day, with fewer reviews than 1-3-7-14-30`, () => {
    const exam = { days, questions: 40, dailyLength: 15, medianHalfLife: 7 };
    const planned = LEARNERS.map((seed) => prepareByPlan(exam, seeded(seed)));
    const fixed = LEARNERS.map((seed) => prepareFixed(exam, seeded(seed)));
    expect(spreadOf(planned.map(({ recall }) => recall)).mean).toBeGreaterThanOrEqual(0.9);
    expect(spreadOf(planned.map(({ reviews }) => reviews)).mean).toBeLessThan(
      spreadOf(fixed.map(({ reviews }) => reviews)).mean,
    );
    expect(Math.max(...planned.map(({ longestDay }) => longestDay))).toBeLessThanOrEqual(15);
  });
}
