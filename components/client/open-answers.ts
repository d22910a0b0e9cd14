import type { Locale } from '@/model/attempt';
import type { OpenAnswerRequest, OpenAnswerResult, OpenKey } from '@/model/open-question';
import { localKeys, onOtherTabs, readLocal, removeLocal, writeLocal } from './local';
import { createStore } from './store';

/** The newest answer to an open question, as this browser knows it. */
export interface OpenAnswer {
  readonly questionId: string;
  readonly revision: number;
  readonly answerId: string;
  readonly locale: Locale;
  readonly how: OpenAnswerRequest['how'];
  readonly text: string;
  readonly answeredAt: string;
  /** What it is held against; null until the server has the answer. */
  readonly key: OpenKey | null;
  /** Points that the learner found in it; null until they have judged. */
  readonly met: readonly string[] | null;
}

const PREFIX = '2msl:open-answer:';

/** Newest answers by question id. Kept in the browser, so that a reload loses nothing. */
export const openAnswers = createStore<Readonly<Record<string, OpenAnswer>>>(load());

export function recordOpenAnswer(answer: OpenAnswer): void {
  writeLocal(PREFIX + answer.questionId, JSON.stringify(answer));
  openAnswers.set({ ...openAnswers.get(), [answer.questionId]: answer });
}

/** The other half of the question has arrived. One that belongs to an older answer than the one shown is not shown. */
export function recordOpenResult({ id, questionId, key, assessment }: OpenAnswerResult): void {
  const answer = openAnswers.get()[questionId];
  if (answer?.answerId === id) recordOpenAnswer({ ...answer, key, met: assessment?.met ?? answer.met });
}

export function forgetOpenAnswer(questionId: string): void {
  removeLocal(PREFIX + questionId);
  const { [questionId]: _, ...rest } = openAnswers.get();
  openAnswers.set(rest);
}

export function forgetOpenAnswers(): void {
  for (const key of localKeys(PREFIX)) removeLocal(key);
  openAnswers.set({});
}

export function followOpenAnswersOfOtherTabs(): () => void {
  return onOtherTabs(PREFIX, () => openAnswers.set(load()));
}

function load(): Record<string, OpenAnswer> {
  const found = localKeys(PREFIX).map((key) => parse(readLocal(key)));
  return Object.fromEntries(found.filter((answer) => answer !== null).map((answer) => [answer.questionId, answer]));
}

/** Storage is a border: what has not the shape of an answer is not one. */
function parse(text: string | null): OpenAnswer | null {
  try {
    const answer: OpenAnswer = JSON.parse(text ?? '');
    const whole = typeof answer.questionId === 'string' && typeof answer.answerId === 'string';
    return whole && typeof answer.text === 'string' ? answer : null;
  } catch {
    return null;
  }
}
