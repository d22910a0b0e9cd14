import type { Scenario } from '../simulation/scenario';
import { problemOf } from './check-question';
import type { Question } from './question';
import { scenarioOf } from './scenario-of';
import type { Schedule, Violation } from './schedule';
import { type Progress, search } from './search';

/** What came of trying every schedule within the bounds of a question. Plain data. */
export interface Answer {
  readonly question: Question;
  /** What is asked about happened in none of them. */
  readonly holds: boolean;
  /** How many schedules there are within the bounds; each was tried. */
  readonly schedules: number;
  /** In how many of them it happened. */
  readonly violations: number;
  readonly counterexample: Counterexample | null;
}

/** The schedule with the fewest faults in which it happens, of those the one in which it happens first. */
export interface Counterexample extends Violation {
  /** The same as a scenario: `run` plays it, and it happens there too. */
  readonly scenario: Scenario;
}

/**
 * Answers a question, and between any `every` schedules says how far it has come: for a worker that shows progress or is told to stop,
 * which is done by asking for no more. Pure: the same question gives the same answer.
 *
 * @throws RangeError when the question is out of bounds (`problemOf` says how).
 */
export function* exploring(
  question: Question,
  every = 1000,
  onSchedule: (schedule: () => Schedule) => void = () => undefined,
): Generator<Progress, Answer> {
  const problem = problemOf(question);
  if (problem !== null) throw new RangeError(`${problem.bound} must be ${problem.must} ${problem.limit}`);
  const { schedules, violations, smallest } = yield* search(question, every, onSchedule);
  return { question, holds: violations === 0, schedules, violations, counterexample: asScenario(question, smallest) };
}

/** As `exploring`, in one go. */
export function explore(question: Question): Answer {
  const steps = exploring(question, Number.POSITIVE_INFINITY);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function asScenario(question: Question, smallest: Violation | null): Counterexample | null {
  return smallest === null ? null : { ...smallest, scenario: scenarioOf(question, smallest) };
}
