import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Confidence } from '../model/question';
import { dueCards, dueMs, lastPassDays, type Plan } from './daily-list';
import { DAY_MS, replay } from './replay';
import type { ReviewEvent } from './review-event';

const answer = (questionId: string, days: number, score: number, confidence: Confidence | null = null) =>
  ({
    id: `${questionId} ${days}`,
    questionId,
    atMs: days * DAY_MS,
    score,
    confidence,
    open: false,
  }) satisfies ReviewEvent;
const cardsOf = (...log: ReviewEvent[]) => [...replay(log).values()];
const plan = (interviewDay: number | null, dailyLength = 10): Plan => ({
  interviewMs: interviewDay === null ? null : interviewDay * DAY_MS,
  dailyLength,
});
const idsDue = (cards: ReturnType<typeof cardsOf>, chosen: Plan, untilDay: number) =>
  dueCards(cards, chosen, untilDay * DAY_MS).map(({ questionId }) => questionId);

describe('the daily list', () => {
  it('never puts a review on or after the day of the interview', () => {
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(days, days, fc.constantFrom(0, 1), fc.integer({ min: 1, max: 40 }), (first, second, score, day) => {
        const cards = cardsOf(answer('a', first, score), answer('a', second, 1 - score));
        for (const card of cards) {
          const due = dueMs(card, plan(day), cards.length);
          if (due !== null) expect(due).toBeLessThan(day * DAY_MS);
        }
        expect(dueCards(cards, plan(day), (day + 1) * DAY_MS)).toEqual([]);
      }),
    );
  });

  it('goes once more through what is not safe just before the day, and not through what is', () => {
    // Right twice, ten days ago: half a year's stability would be safe, this is not.
    const shaky = cardsOf(answer('shaky', 0, 0), answer('shaky', 1, 1, 'unsure'), answer('shaky', 12, 1, 'unsure'));
    const due = dueMs(shaky[0] ?? missing(), plan(20), 1) ?? 0;
    expect(due / DAY_MS).toBeGreaterThanOrEqual(13);
    expect(due / DAY_MS).toBeLessThan(20);
    const firm = cardsOf(answer('firm', 0, 1, 'sure'), answer('firm', 8, 1, 'sure'), answer('firm', 19, 1, 'sure'));
    expect(dueMs(firm[0] ?? missing(), plan(20), 1)).toBeNull();
  });

  it('begins the last pass so early that the days hold all, and at most a week before', () => {
    expect([1, 10, 11, 300].map((cards) => lastPassDays(cards, 10))).toEqual([1, 1, 2, 7]);
  });

  it('asks first what was answered wrongly and surely, then what is nearest to forgotten', () => {
    const cards = cardsOf(
      answer('right', 0, 1),
      answer('guessed', 0, 0, 'guess'),
      answer('sure', 9, 0, 'sure'),
      answer('fresh', 9.9, 1, 'sure'),
    );
    expect(idsDue(cards, plan(null), 11)).toEqual(['sure', 'guessed', 'right']);
  });

  it('lets recall sink lower while the day is far', () => {
    const [card] = cardsOf(answer('a', 0, 1));
    const dueFor = (day: number | null) => dueMs(card ?? missing(), plan(day), 1) ?? 0;
    expect(dueFor(60)).toBeGreaterThan(dueFor(14));
    expect(dueFor(14)).toBeGreaterThan(dueFor(null));
  });
});

function missing(): never {
  throw new Error('no card');
}
