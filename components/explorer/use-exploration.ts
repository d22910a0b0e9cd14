'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '@/engine/explorer/explore';
import type { Question } from '@/engine/explorer/question';
import type { Progress } from '@/engine/explorer/search';
import type { FromWorker } from './explore.worker';

export type Exploration =
  | { readonly phase: 'stopped' | 'failed' }
  | ({ readonly phase: 'trying' } & Progress)
  | { readonly phase: 'answered'; readonly answer: Answer };

/** Schedules are tried in a worker, so that the page never stands still; to stop it is to end the worker. */
export function useExploration(first: Answer) {
  const [exploration, setExploration] = useState<Exploration>({ phase: 'answered', answer: first });
  const worker = useRef<Worker | null>(null);

  const end = useCallback((phase: 'stopped' | 'failed') => {
    worker.current?.terminate();
    worker.current = null;
    setExploration({ phase });
  }, []);

  const start = useCallback(
    (question: Question) => {
      worker.current?.terminate();
      const own = new Worker(new URL('./explore.worker.ts', import.meta.url), { type: 'module' });
      worker.current = own;
      setExploration({ phase: 'trying', schedules: 0, violations: 0, done: 0 });
      own.addEventListener('error', () => worker.current === own && end('failed'));
      own.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (worker.current !== own) return;
        if (data.type === 'progress') {
          const { schedules, violations, done } = data;
          setExploration({ phase: 'trying', schedules, violations, done });
          return;
        }
        own.terminate();
        worker.current = null;
        setExploration({ phase: 'answered', answer: data.answer });
      });
      own.postMessage(question);
    },
    [end],
  );

  useEffect(() => () => worker.current?.terminate(), []);
  return { exploration, start, stop: useCallback(() => end('stopped'), [end]) };
}
