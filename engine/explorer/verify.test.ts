import { describe, expect, it } from 'vitest';
import { type Question, questionOf } from './question';
import { replay } from './replay';
import { dice, type Verified, verifying } from './verify';

const question = questionOf('old-octets', { timeWaitMs: 1500 });

function verify(asked: Question, part: number, play?: typeof replay): Verified {
  const step = verifying(asked, { part, seed: 7 }, Number.POSITIVE_INFINITY, play).next();
  if (step.done !== true) throw new Error('it is not over');
  return step.value;
}

describe('schedules that share their beginnings', () => {
  it.each([
    question,
    questionOf('old-octets', { profile: 'linux', timeWaitMs: 500, resetsIgnored: false }),
    questionOf('old-octets', { timeWaitMs: 0, lastAckArrives: false }),
    questionOf('passive-end', { timeWaitMs: 900 }),
  ])('tell the same as each from zero: %o', (asked) => {
    const { answer, verification } = verify(asked, 0.1);
    expect(verification.disagreements).toEqual([]);
    expect(verification.replayed).toBeGreaterThan(answer.schedules / 20);
    expect(verification.replayed).toBeLessThan(answer.schedules / 5);
  });

  it('are replayed one in a hundred unless something else is said, at least once, the same ones for the same seed', () => {
    const played: string[] = [];
    const note: typeof replay = (asked, strikes) => {
      played.push(JSON.stringify(strikes));
      return replay(asked, strikes);
    };
    const { answer } = verify(question, 0.02, note);
    const first = played.splice(0);
    expect(first.length).toBeLessThan(answer.schedules / 10);
    verify(question, 0.02, note);
    expect(played).toEqual(first);
    expect(verify({ ...question, faults: 0 }, 0).verification.replayed).toBe(1);
  });
});

describe('the dice', () => {
  it('fall anew each time, from any seed', () => {
    for (const seed of [0, 1, 0x9e3779b9]) {
      const chance = dice(seed);
      const thrown = Array.from({ length: 500 }, chance);
      expect(new Set(thrown).size).toBeGreaterThan(490);
      expect(thrown.filter((one) => one < 0.5).length).toBeGreaterThan(150);
      expect(thrown.every((one) => one >= 0 && one < 1)).toBe(true);
    }
  });
});

describe('a disagreement is noticed', () => {
  it('when another TIME_WAIT is replayed', () => {
    const other: typeof replay = (asked, strikes) => replay({ ...asked, timeWaitMs: 3000 }, strikes);
    const { verification } = verify(question, 0.1, other);
    expect(verification.disagreements.length).toBeGreaterThan(0);
  });

  it('when what is asked about happens at another moment', () => {
    const late: typeof replay = (asked, strikes) => {
      const played = replay(asked, strikes);
      return { ...played, violatedMs: played.violatedMs === null ? null : played.violatedMs + 1 };
    };
    expect(verify(question, 1, late).verification.disagreements).toHaveLength(verify(question, 1).answer.violations);
  });

  it('when a segment that was struck is never sent', () => {
    const more: typeof replay = (asked, strikes) =>
      replay(asked, [...strikes, { side: 'server', nth: 50, fate: { kind: 'loss', arrivalsMs: [] } }]);
    const { verification } = verify(question, 0.1, more);
    expect(verification.disagreements).toHaveLength(verification.replayed);
  });
});
