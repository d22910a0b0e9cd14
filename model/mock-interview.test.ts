import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MockFollowUp,
  type MockPlan,
  type MockQuestion,
  nextTurn,
  type Turn,
  withOutcome,
} from './mock-interview';
import type { Depth, Topic } from './question';

const TOPICS: readonly Topic[] = ['closing', 'last-ack', 'ports', 'settings'];
const DEPTHS: readonly Depth[] = ['junior', 'mid', 'senior'];

/** Two questions of each topic and depth, one open and one closed. */
const BANK: readonly MockQuestion[] = TOPICS.flatMap((topic) =>
  DEPTHS.flatMap((depth) =>
    (['open', 'one'] as const).map((kind) => ({ id: `${topic}-${depth}-${kind}`, kind, topic, skill: topic, depth })),
  ),
);
const PLAN: MockPlan = { depth: 'mid', minutes: 10, seed: 7 };

const SHORT: MockFollowUp = { id: 'how-long', question: null, prompt: 'How long?', answer: '60 s' };
const OTHER: MockFollowUp = { id: 'who', question: 'ports-senior-open', prompt: 'Who?', answer: null };
const NOTHING = { missed: [] as MockFollowUp[], deeper: null };

function ask(turns: readonly Turn[], plan = PLAN): Turn {
  const turn = nextTurn(plan, turns, BANK);
  if (turn === null) throw new Error('nothing is left to ask');
  return turn;
}

describe('what is asked next', () => {
  it('opens with an open question at the depth of the plan', () => {
    expect(ask([])).toMatchObject({ depth: 'mid', askedFor: 'topic', link: 0, outcome: null });
    expect(ask([]).questionId).toMatch(/-open$/);
  });

  it('asks the short follow-up of a point that was missed, and then the next one', () => {
    const first = withOutcome([ask([])], { score: 0.4, missed: [SHORT, OTHER], deeper: null });
    const second = ask(first);
    expect(second).toMatchObject({ followUp: SHORT, askedFor: 'missed', link: 1, questionId: first[0]?.questionId });
    const third = ask(withOutcome([...first, second], { score: 0.5, missed: [SHORT, OTHER], deeper: null }));
    expect(third).toMatchObject({ questionId: 'ports-senior-open', followUp: null, askedFor: 'missed', link: 2 });
  });

  it('goes deeper after a strong answer, by the question’s own way or a step down the same topic', () => {
    const own = withOutcome([ask([])], { score: 1, missed: [], deeper: OTHER });
    expect(ask(own)).toMatchObject({ questionId: 'ports-senior-open', askedFor: 'deeper' });
    const alone = withOutcome([ask([])], { score: 0.8, ...NOTHING });
    expect(ask(alone)).toMatchObject({ topic: alone[0]?.topic, depth: 'senior', askedFor: 'deeper', link: 1 });
  });

  it('leaves a thread after three questions, and after an answer that was neither strong nor lacking', () => {
    let turns: Turn[] = [];
    const plan: MockPlan = { ...PLAN, depth: 'junior' };
    for (const score of [1, 1, 1]) turns = withOutcome([...turns, ask(turns, plan)], { score, ...NOTHING });
    expect(turns.map(({ depth, link }) => `${depth} ${link}`)).toEqual(['junior 0', 'mid 1', 'senior 2']);
    const strong = turns.map((turn) => ({ ...turn, depth: 'junior' as const }));
    expect(ask(strong, plan)).toMatchObject({ askedFor: 'topic', link: 0 });
    expect(ask(withOutcome([ask([])], { score: 0.6, ...NOTHING }))).toMatchObject({ askedFor: 'topic' });
  });

  it('asks no deeper question of the same topic after a closed one that was missed', () => {
    const turns: Turn[] = [{ ...ask([]), questionId: 'ports-mid-one', topic: 'ports' }];
    const next = ask(withOutcome(turns, { score: 0, ...NOTHING }));
    expect(next).toMatchObject({ topic: 'ports', askedFor: 'missed' });
    expect(next.depth).not.toBe('senior');
  });

  it('does not insist on what was passed over', () => {
    expect(ask(withOutcome([ask([])], { score: null, missed: [SHORT], deeper: OTHER }))).toMatchObject({
      askedFor: 'topic',
    });
  });
});

const LEADS = { missed: [SHORT, OTHER], deeper: SHORT as MockFollowUp | null };

/** Plays an interview to its end with these scores, over and over. */
function play(plan: MockPlan, scores: readonly (number | null)[], leads = LEADS): Turn[] {
  let turns: Turn[] = [];
  for (let next = nextTurn(plan, turns, BANK); next; next = nextTurn(plan, turns, BANK)) {
    const score = scores[turns.length % scores.length] ?? null;
    turns = withOutcome([...turns, next], { score, ...leads });
  }
  return turns;
}

const plans = fc.record({
  depth: fc.constantFrom(...DEPTHS),
  minutes: fc.constantFrom(10, 20, 40) as fc.Arbitrary<MockPlan['minutes']>,
  seed: fc.nat(),
});
const scores = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 12 });

describe('an interview to its end', () => {
  it('asks everything once and nothing twice, whatever is answered', () => {
    fc.assert(
      fc.property(plans, scores, (plan, given) => {
        const turns = play(plan, given);
        const names = turns.map(({ questionId, followUp }) => `${questionId}/${followUp?.id ?? ''}`);
        expect(new Set(names).size).toBe(names.length);
        expect(turns.filter(({ followUp }) => followUp === null)).toHaveLength(BANK.length);
        expect(Math.max(...turns.map(({ link }) => link))).toBeLessThan(3);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same for the same seed and answers, and begins with every topic before any comes a second time', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const turns = play(plan, [0.6], NOTHING);
        expect(turns).toEqual(play(plan, [0.6], NOTHING));
        expect(new Set(turns.slice(0, TOPICS.length).map(({ topic }) => topic)).size).toBe(TOPICS.length);
      }),
      { numRuns: 50 },
    );
  });

  it('opens differently for different seeds', () => {
    const opened = new Set(Array.from({ length: 40 }, (_, seed) => ask([], { ...PLAN, seed }).topic));
    expect(opened.size).toBe(TOPICS.length);
  });
});
