import { type Answer, exploring } from '@/engine/explorer/explore';
import type { Question } from '@/engine/explorer/question';
import type { Progress } from '@/engine/explorer/search';

/** What the worker tells the page. */
export type FromWorker =
  | ({ readonly type: 'progress' } & Progress)
  | { readonly type: 'answer'; readonly answer: Answer };

/** Word is given after so many schedules: some twenty times a second. */
const EVERY = 2000;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const steps = exploring(data, EVERY);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      tell({ type: 'answer', answer: value });
      return;
    }
    tell({ type: 'progress', ...value });
  }
});

function tell(message: FromWorker): void {
  self.postMessage(message);
}
