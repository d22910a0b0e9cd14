import { type Answer, exploring } from './explore';
import type { Question } from './question';
import { type Replayed, replay } from './replay';
import type { Schedule } from './schedule';
import type { Progress } from './search';

/** What a comparison of shared and separate play has shown. */
export interface Verification {
  readonly replayed: number;
  /** Schedules of which the two tell different things. */
  readonly disagreements: readonly { readonly schedule: Schedule; readonly replayed: Replayed }[];
}

export interface Verified {
  readonly answer: Answer;
  readonly verification: Verification;
}

/** Which schedules are replayed: this part of them, chosen by chance from this seed; the first always. */
export interface Sample {
  readonly part: number;
  readonly seed: number;
}

/** As `exploring`, and plays a sample of the schedules once more, each from zero and by itself, to see whether the same comes of it. */
export function* verifying(
  question: Question,
  { part, seed }: Sample = { part: 0.01, seed: 1 },
  every = 1000,
  play: typeof replay = replay,
): Generator<Progress, Verified> {
  const chance = dice(seed);
  const disagreements: Verification['disagreements'][number][] = [];
  let replayed = 0;
  const answer = yield* exploring(question, every, (scheduleOf) => {
    if (chance() >= part && replayed > 0) return;
    replayed += 1;
    const schedule = scheduleOf();
    const again = play(question, schedule.strikes);
    if (!agree(schedule, again)) disagreements.push({ schedule, replayed: again });
  });
  return { answer, verification: { replayed, disagreements } };
}

/** A branch is left once its answer is certain, so it may not have seen the four-tuple become free. */
function agree(schedule: Schedule, { violatedMs, reopensMs, isWhole }: Replayed): boolean {
  return (
    isWhole && schedule.violatedMs === violatedMs && (schedule.reopensMs === null || schedule.reopensMs === reopensMs)
  );
}

/** Numbers from 0 to 1, the same for the same seed (xorshift32). */
export function dice(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
