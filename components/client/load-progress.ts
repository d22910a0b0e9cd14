import { call, type Fault } from './call';
import { outbox } from './outbox';
import { isProgress, progress, setProgress } from './progress';
import { NO_PROGRESS, withWaiting } from './with-done';

/** Asks the server how far the learner is. If that fails it says why, and what this browser remembers stays. */
export async function loadProgress(): Promise<Fault | null> {
  const reply = await call('GET', '/api/progress');
  if (!reply.ok) return reply.fault;
  if (!isProgress(reply.body)) return { kind: 'unreachable' };
  setProgress(withWaiting(reply.body, outbox.get()));
  return null;
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
