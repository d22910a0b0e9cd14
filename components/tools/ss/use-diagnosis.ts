'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Diagnosis } from '@/diagnosis/diagnose';
import type { FromWorker } from './from-worker';

export type Reading =
  | { readonly phase: 'idle' | 'failed' | 'stopped' }
  | { readonly phase: 'reading'; readonly done: number; readonly all: number }
  | { readonly phase: 'read'; readonly diagnosis: Diagnosis };

/** A diagnosis is made in a worker of its own, so that the page never stands still and can end it at any time. */
export function useDiagnosis() {
  const [reading, setReading] = useState<Reading>({ phase: 'idle' });
  const worker = useRef<Worker | null>(null);

  const end = useCallback((phase: 'idle' | 'failed' | 'stopped') => {
    worker.current?.terminate();
    worker.current = null;
    setReading({ phase });
  }, []);

  const start = useCallback(
    (text: string) => {
      worker.current?.terminate();
      const own = new Worker(new URL('./diagnose.worker.ts', import.meta.url), { type: 'module' });
      worker.current = own;
      setReading({ phase: 'reading', done: 0, all: 0 });
      own.addEventListener('error', () => worker.current === own && end('failed'));
      own.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (worker.current !== own) return;
        if (data.type === 'progress') {
          setReading({ phase: 'reading', done: data.done, all: data.all });
          return;
        }
        own.terminate();
        worker.current = null;
        setReading({ phase: 'read', diagnosis: data.diagnosis });
      });
      own.postMessage(text);
    },
    [end],
  );

  useEffect(() => () => worker.current?.terminate(), []);
  return { reading, start, end };
}
