import { diagnose } from '@/diagnosis/diagnose';
import type { FromWorker } from './from-worker';

/** Reads one paste, tells how far it has come, and ends with the diagnosis. Who wants it to stop ends the worker. */
self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  const send = (message: FromWorker) => self.postMessage(message);
  const diagnosis = diagnose(data, (done, all) => send({ type: 'progress', done, all }));
  send({ type: 'done', diagnosis });
});
