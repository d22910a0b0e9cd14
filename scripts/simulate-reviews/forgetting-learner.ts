import type { Confidence } from '@/model/question';

/** A number in 0 … 1, the next of a seeded row. */
export type Chance = () => number;

interface Memory {
  /** Days after which recall has sunk to one half. */
  halfLife: number;
  /** What the first reading left. */
  readonly firstHalfLife: number;
  lastDay: number;
}

/** The spread of the logarithm of a half-life over questions and over learners. */
const SPREAD_OF_QUESTIONS = 0.7;
const SPREAD_OF_LEARNERS = 0.4;
/** How much a recall strengthens, for the median learner; and the spread of its logarithm over learners. */
const MEDIAN_GAIN = 3;
const SPREAD_OF_GAIN = 0.3;
/** Share of the questions that are answered right at the first sight. */
const KNOWN_BEFORE = 0.5;

/**
 * A learner who forgets exponentially: t days after seeing a question it is recalled with the likelihood 2^(−t/h).
 * A recall multiplies h by 1 + gain · √(1 − p): the nearer to forgotten, the more it strengthens, and what is repeated
 * at once hardly gains. A failure halves h, but reading the answer again leaves no less than the first reading did. None of it is the
 * scheduler's law, whose curve is a power of t.
 */
export class ForgettingLearner {
  private readonly memories: Memory[];
  private readonly gain: number;

  /** `medianHalfLife`: days, of what was read once, over learners and questions. */
  constructor(
    questions: number,
    medianHalfLife: number,
    private readonly chance: Chance,
  ) {
    const strength = logNormal(1, SPREAD_OF_LEARNERS, chance);
    this.gain = logNormal(MEDIAN_GAIN, SPREAD_OF_GAIN, chance);
    this.memories = Array.from({ length: questions }, () => {
      const firstHalfLife = strength * logNormal(medianHalfLife, SPREAD_OF_QUESTIONS, chance);
      return { halfLife: firstHalfLife, firstHalfLife, lastDay: 0 };
    });
  }

  /** Meets a question for the first time, on day 0, and reads what is said of it. */
  meet(): { right: boolean; confidence: Confidence } {
    const right = this.chance() < KNOWN_BEFORE;
    return { right, confidence: this.feel(right ? 0.7 : 0.3) };
  }

  recallOn(question: number, day: number): number {
    const { halfLife, lastDay } = this.memoryOf(question);
    return 2 ** (-(day - lastDay) / halfLife);
  }

  /** Is asked, answers, reads what is said, and from then on remembers differently. */
  review(question: number, day: number): { right: boolean; confidence: Confidence } {
    const memory = this.memoryOf(question);
    const p = this.recallOn(question, day);
    const right = this.chance() < p;
    const grown = memory.halfLife * (1 + this.gain * Math.sqrt(1 - p));
    memory.halfLife = right ? grown : Math.max(memory.firstHalfLife, memory.halfLife / 2);
    memory.lastDay = day;
    return { right, confidence: this.feel(right ? p : p / 2) };
  }

  /** Says how sure it is: roughly as sure as it may be. */
  private feel(p: number): Confidence {
    const felt = p + 0.5 * (this.chance() - 0.5);
    return felt > 0.8 ? 'sure' : felt > 0.25 ? 'unsure' : 'guess';
  }

  private memoryOf(question: number): Memory {
    const memory = this.memories[question];
    if (!memory) throw new RangeError(`no question ${question}`);
    return memory;
  }
}

/** By Box and Muller (1958). */
function logNormal(median: number, spread: number, chance: Chance): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return median * Math.exp(spread * normal);
}
