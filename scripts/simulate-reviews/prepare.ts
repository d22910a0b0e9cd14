import { dueCards, type Plan } from '@/review/daily-list';
import { DAY_MS, replay } from '@/review/replay';
import type { ReviewEvent } from '@/review/review-event';
import { type Chance, ForgettingLearner } from './forgetting-learner';

/** Days after the first sight on which the fixed schedule asks, whatever was answered. */
const FIXED_DAYS = [1, 3, 7, 14, 30];

/** How one learner came to the interview. */
export interface Prepared {
  /** Share of the questions that would be recalled on the day: the mean of the true likelihoods. */
  readonly recall: number;
  /** Reviews a question, the first sight not counted. */
  readonly reviews: number;
  /** The longest day's list. */
  readonly longestDay: number;
}

export interface Exam {
  readonly days: number;
  readonly questions: number;
  readonly dailyLength: number;
  /** Days, of what was read once: the median over learners and questions. */
  readonly medianHalfLife: number;
}

type Schedule = (day: number, log: readonly ReviewEvent[]) => readonly number[];

/** Asks every question after 1, 3, 7, 14 and 30 days; none on the day of the interview. */
export function prepareFixed(exam: Exam, chance: Chance): Prepared {
  const all = Array.from({ length: exam.questions }, (_, question) => question);
  return prepare(exam, chance, (day) => (FIXED_DAYS.includes(day) ? all : []));
}

/** Asks what the book's own daily list asks. */
export function prepareByPlan(exam: Exam, chance: Chance): Prepared {
  const plan: Plan = { interviewMs: exam.days * DAY_MS, dailyLength: exam.dailyLength };
  return prepare(exam, chance, (day, log) => {
    const due = dueCards([...replay(log).values()], plan, (day + 1) * DAY_MS);
    return due.slice(0, exam.dailyLength).map(({ questionId }) => Number(questionId));
  });
}

function prepare({ days, questions, medianHalfLife }: Exam, chance: Chance, schedule: Schedule): Prepared {
  const learner = new ForgettingLearner(questions, medianHalfLife, chance);
  const log: ReviewEvent[] = [];
  const remember = (question: number, day: number, { right, confidence }: ReturnType<ForgettingLearner['meet']>) =>
    log.push({
      id: `${day}-${question}`,
      questionId: String(question),
      // In the evening: a day's list holds what is due before midnight.
      atMs: (day + 0.8) * DAY_MS,
      score: right ? 1 : 0,
      confidence,
      open: false,
    });
  for (let question = 0; question < questions; question++) remember(question, 0, learner.meet());
  let longestDay = 0;
  for (let day = 1; day < days; day++) {
    const asked = schedule(day, log);
    longestDay = Math.max(longestDay, asked.length);
    for (const question of asked) remember(question, day, learner.review(question, day));
  }
  let recalled = 0;
  for (let question = 0; question < questions; question++) recalled += learner.recallOn(question, days);
  return { recall: recalled / questions, reviews: log.length / questions - 1, longestDay };
}
