import type { AttemptResult, Locale } from '@/model/attempt';
import type { Response } from '@/model/question';
import { localKeys, onOtherTabs, readLocal, removeLocal, writeLocal } from './local';
import { createStore } from './store';

/** The newest answer to a question, as this browser knows it. */
export interface Answer {
  readonly questionId: string;
  readonly chapter: string;
  /** Of the question that was answered. A result of an older one says nothing about the present one. */
  readonly revision: number;
  readonly attemptId: string;
  readonly response: Response;
  /** The language that the result's sentences are in. */
  readonly locale: Locale;
  readonly answeredAt: string;
  /** Null until the server has graded it. */
  readonly result: AttemptResult | null;
}

const PREFIX = '2msl:answer:';

/** Newest answers by question id. Kept in the browser, so that a reload shows them at once and without a network. */
export const answers = createStore<Readonly<Record<string, Answer>>>(load());

export function recordAnswer(answer: Answer): void {
  writeLocal(PREFIX + answer.questionId, JSON.stringify(answer));
  answers.set({ ...answers.get(), [answer.questionId]: answer });
}

/** A grade has arrived. One that belongs to an older answer than the one shown is not shown. */
export function recordResult(result: AttemptResult): void {
  const answer = answers.get()[result.questionId];
  if (answer?.attemptId === result.id) recordAnswer({ ...answer, result });
}

/** The learner takes back an answer that was never accepted. */
export function forgetAnswer(questionId: string): void {
  removeLocal(PREFIX + questionId);
  const { [questionId]: _, ...rest } = answers.get();
  answers.set(rest);
}

export function forgetAnswers(): void {
  for (const key of localKeys(PREFIX)) removeLocal(key);
  answers.set({});
}

export function followAnswersOfOtherTabs(): () => void {
  return onOtherTabs(PREFIX, () => answers.set(load()));
}

function load(): Record<string, Answer> {
  const found = localKeys(PREFIX).map((key) => parse(readLocal(key)));
  return Object.fromEntries(found.filter((answer) => answer !== null).map((answer) => [answer.questionId, answer]));
}

/** Storage is a border: what has not the shape of an answer is not one. */
function parse(text: string | null): Answer | null {
  try {
    const answer: Answer = JSON.parse(text ?? '');
    const whole = typeof answer.questionId === 'string' && typeof answer.attemptId === 'string';
    return whole && typeof answer.response.kind === 'string' ? answer : null;
  } catch {
    return null;
  }
}
