/** npm run --silent explore -- QUESTION …: every schedule within stated bounds. */
import { writeFileSync } from 'node:fs';
import { describe } from '@/engine/explorer/describe';
import { estimateSchedules } from '@/engine/explorer/estimate';
import { type Answer, exploring } from '@/engine/explorer/explore';
import type { Question } from '@/engine/explorer/question';
import { type Verification, verifying } from '@/engine/explorer/verify';
import { type Command, readCommand } from './explore/read-question';
import { sayCounterexample, sayStatement, sayVerdict } from './explore/say';
import { USAGE, UsageError } from './explore/usage';

/** More schedules than are tried without being told so: some minutes. */
const MOST_SCHEDULES = 5_000_000;
/** What one core of a usual machine plays in a second, for the estimate. */
const PER_SECOND = 30_000;

interface Told {
  readonly answer: Answer;
  readonly verification: Verification | null;
}

function main(args: readonly string[]): number {
  const command = readCommand(args);
  if (command === null) {
    console.log(USAGE);
    return 0;
  }
  if (!command.force) refuseTheEndless(command.questions);
  const told = command.questions.map((question) => answer(question, command));
  if (command.json) console.log(JSON.stringify(asJson(told), null, 1));
  else console.log([...boundsOf(command), ...told.map(inWords)].join('\n'));
  const found = told.findLast((one) => one.answer.counterexample !== null)?.answer.counterexample;
  if (command.scenarioFile !== null && found != null) {
    writeFileSync(command.scenarioFile, `${JSON.stringify(found.scenario, null, 2)}\n`);
  }
  return told.some(({ verification }) => (verification?.disagreements.length ?? 0) > 0) ? 1 : 0;
}

function refuseTheEndless(questions: readonly Question[]): void {
  const about = questions.reduce((sum, question) => sum + estimateSchedules(question), 0);
  if (about <= MOST_SCHEDULES) return;
  const minutes = Math.ceil(about / PER_SECOND / 60);
  throw new UsageError(
    `about ${about.toPrecision(2)} schedules, which takes ${minutes} minutes or more: fewer --faults or --segments, a longer --tick, or --force`,
  );
}

function answer(question: Question, { verify }: Command): Told {
  const report = process.stderr.isTTY;
  const steps = verify === null ? exploring(question, 10_000) : verifying(question, verify, 10_000);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      if (report) process.stderr.write('\r\x1b[K');
      return 'answer' in step.value ? step.value : { answer: step.value, verification: null };
    }
    if (report) process.stderr.write(`\r${step.value.schedules} schedules, ${Math.floor(100 * step.value.done)} %`);
  }
}

/** For programs: answers with their bounds as data, and how many schedules were tried in all. */
function asJson(told: readonly Told[]) {
  return {
    schedules: told.reduce((sum, one) => sum + one.answer.schedules, 0),
    answers: told.map((one) => ({
      ...one.answer,
      bounds: describe(one.answer.question),
      words: describe(one.answer.question).map(sayStatement),
      verification: one.verification,
    })),
  };
}

/** The bounds that all questions of the command share. */
function boundsOf({ questions }: Command): string[] {
  const [question] = questions;
  if (question === undefined) return [];
  const shared = describe(question).filter(({ says }) => says !== 'waits' || questions.length === 1);
  return shared.map((statement) => `  ${sayStatement(statement)}`);
}

function inWords({ answer: told, verification }: Told): string {
  const { question, counterexample } = told;
  return [
    sayVerdict(told),
    ...(counterexample === null ? [] : [sayCounterexample(question, counterexample)]),
    ...(verification === null ? [] : [sayVerification(verification)]),
  ].join('\n');
}

function sayVerification({ replayed, disagreements }: Verification): string {
  if (disagreements.length === 0) return `  verified: ${replayed} schedules played again from zero, all the same`;
  const [first] = disagreements;
  return `  NOT verified: ${disagreements.length} of ${replayed} schedules end differently when played from zero, the first: ${JSON.stringify(first)}`;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`explore: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
