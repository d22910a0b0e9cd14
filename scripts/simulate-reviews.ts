/** npm run --silent simulate:reviews [-- LEARNERS [SEED]]: the daily list against a fixed schedule. docs/reviews.md */
import type { Chance } from './simulate-reviews/forgetting-learner';
import { type Exam, type Prepared, prepareByPlan, prepareFixed } from './simulate-reviews/prepare';
import { seeded } from './simulate-reviews/seeded';
import { type Spread, spreadOf } from './simulate-reviews/sum-up';

const [learners = 400, seed = 2026] = process.argv.slice(2).map(Number);
const QUESTIONS = 60;
const DAILY_LENGTH = 20;

const percent = ({ mean, p5, p95 }: Spread) =>
  `${(100 * mean).toFixed(1)} % (${(100 * p5).toFixed(1)} … ${(100 * p95).toFixed(1)})`;
const count = ({ mean, p5, p95 }: Spread) => `${mean.toFixed(2)} (${p5.toFixed(2)} … ${p95.toFixed(2)})`;

function compare(exam: Exam): void {
  const row = (name: string, prepare: (exam: Exam, chance: Chance) => Prepared) => {
    // Both schedules meet the same learners.
    const all = Array.from({ length: learners }, (_, i) => prepare(exam, seeded(seed * 1_000_003 + i)));
    const recall = percent(spreadOf(all.map((one) => one.recall)));
    const reviews = count(spreadOf(all.map((one) => one.reviews)));
    const longest = Math.max(...all.map(({ longestDay }) => longestDay));
    console.log(
      `${String(exam.days).padStart(4)}  ${name.padEnd(13)} ${recall.padEnd(26)} ${reviews.padEnd(22)} ${longest}`,
    );
  };
  row('daily list', prepareByPlan);
  row('1-3-7-14-30', prepareFixed);
}

console.log(`${learners} learners, ${QUESTIONS} questions each, at most ${DAILY_LENGTH} a day; seed ${seed}`);
console.log('In brackets: the learners at 5 % and at 95 %.');
for (const medianHalfLife of [7, 4, 12]) {
  console.log(`\nHalf of what was read once is forgotten after ${medianHalfLife} days (the median)`);
  console.log('days  schedule      recalled on the day        reviews a question     longest day');
  for (const days of [3, 14, 60]) {
    compare({ days, questions: QUESTIONS, dailyLength: DAILY_LENGTH, medianHalfLife });
  }
}
