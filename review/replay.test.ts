import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, recallAt, replay, sunkMs } from './replay';
import type { ReviewEvent } from './review-event';

const event = fc.record<ReviewEvent>({
  id: fc.uuid(),
  questionId: fc.constantFrom('a', 'b', 'c'),
  // Minutes, so that answers stand close together and at the same moment too.
  atMs: fc.integer({ min: 0, max: 30 * 24 * 60 }).map((minutes) => minutes * 60_000),
  score: fc.constantFrom(0, 0.5, 0.7, 1),
  confidence: fc.constantFrom('sure', 'unsure', 'guess', null),
  open: fc.boolean(),
});
const log = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 25 });

const answer = (days: number, score: number, more: Partial<ReviewEvent> = {}): ReviewEvent => ({
  id: `at ${days}`,
  questionId: 'a',
  atMs: days * DAY_MS,
  score,
  confidence: null,
  open: false,
  ...more,
});
const cardOf = (...events: ReviewEvent[]) => {
  const card = replay(events).get('a');
  if (!card) throw new Error('no card');
  return card;
};

describe('replay', () => {
  it('gives the same cards in whatever order, and however often, the answers arrive', () => {
    fc.assert(
      fc.property(
        log.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
        ),
        ([all, arrived]) => {
          expect([...replay(arrived)].sort()).toEqual([...replay(all)].sort());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives two devices that exchanged what they have the same cards, and no answer is lost', () => {
    fc.assert(
      fc.property(log, fc.func(fc.integer({ min: 1, max: 3 })), (all, whose) => {
        // 1: only on the phone, 2: only on the desk, 3: on both already.
        const phone = all.filter((each) => (whose(each.id) & 1) !== 0);
        const desk = all.filter((each) => (whose(each.id) & 2) !== 0);
        expect([...replay([...phone, ...desk])].sort()).toEqual([...replay([...desk, ...phone])].sort());
        expect([...replay([...desk, ...phone])].sort()).toEqual([...replay(all)].sort());
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what is answered again within ten minutes', () => {
    const first = answer(0, 0);
    const again = answer(0, 1, { id: 'again', atMs: 9 * 60_000 });
    expect(cardOf(first, again)).toEqual(cardOf(first));
    expect(cardOf(first, { ...again, atMs: 10 * 60_000 }).answers).toBe(2);
  });

  it('brings back the sooner the worse it went, and the less sure its learner was', () => {
    const backAfter = (score: number, confidence: ReviewEvent['confidence']) =>
      sunkMs(cardOf(answer(0, 1), answer(3, score, { confidence })), 0.9);
    const order = [backAfter(0, null), backAfter(1, 'unsure'), backAfter(1, null), backAfter(1, 'sure')];
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(new Set(order).size).toBe(4);
    expect(backAfter(1, 'guess')).toBe(backAfter(0, null));
    expect(backAfter(0.5, null)).toBe(backAfter(0, null));
  });

  it('takes an open answer for recalled from six tenths of its rubric on', () => {
    const open = (score: number) => cardOf(answer(0, score, { open: true })).memory.stability;
    expect(open(0.59)).toBe(cardOf(answer(0, 0)).memory.stability);
    expect(open(0.6)).toBe(cardOf(answer(0, 1, { confidence: 'unsure' })).memory.stability);
    expect(open(0.9)).toBe(cardOf(answer(0, 1)).memory.stability);
  });

  it('knows a sure answer that was wrong until it is answered again', () => {
    const wrong = answer(0, 0, { confidence: 'sure' });
    expect(cardOf(wrong).sureButWrong).toBe(true);
    expect(cardOf(wrong, answer(1, 1)).sureButWrong).toBe(false);
    expect(cardOf(answer(0, 0, { confidence: 'guess' })).sureButWrong).toBe(false);
  });

  it('lets recall fall with time', () => {
    const card = cardOf(answer(0, 1));
    const recalls = [0, 1, 5, 50].map((days) => recallAt(card, days * DAY_MS));
    expect(recalls[0]).toBe(1);
    expect([...recalls].sort((a, b) => b - a)).toEqual(recalls);
  });
});
