import type { Progress } from '@/model/attempt';
import { answers, forgetAnswer } from './answers';
import { call, type Fault } from './call';
import { outbox } from './outbox';
import { isProgress, progress, setProgress } from './progress';
import { rememberLearner } from './session';
import { NO_PROGRESS, withWaiting } from './with-done';

/** Asks the server how far the learner is. If that fails it says why, and what this browser remembers stays. */
export async function loadProgress(): Promise<Fault | null> {
  const gradedBefore = Object.values(answers.get()).filter(({ result }) => result !== null);
  const reply = await call('GET', '/api/progress');
  if (!reply.ok) return reply.fault;
  if (!isProgress(reply.body)) return { kind: 'unreachable' };
  const known = reply.body;
  if (known.last) rememberLearner();
  // An answer that the server does not know is not saved, whatever this browser remembers: the cookie or the database
  // is another one.
  for (const { questionId, attemptId } of gradedBefore) {
    if (!isAnswered(known, questionId) && answers.get()[questionId]?.attemptId === attemptId) forgetAnswer(questionId);
  }
  setProgress(withWaiting(known, outbox.get()));
  return null;
}

function isAnswered({ chapters, interview = [] }: Progress, questionId: string): boolean {
  return [...chapters.flatMap(({ questions }) => questions), ...interview].some(({ id }) => id === questionId);
}

/** Lets the ticks show at once what has just been put into the outbox. Returns how to stop. */
export function followOutbox(): () => void {
  const follow = () => {
    const items = outbox.get().filter((item) => item.refused === null);
    if (items.length > 0) setProgress(withWaiting(progress.get() ?? NO_PROGRESS, items));
  };
  follow();
  return outbox.subscribe(follow);
}
