'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { FromWorker, Refusal, ToWorker, Walked } from './capture-message';
import type { FileSummary } from './summary';

export type Opening =
  | { readonly phase: 'idle' | 'stopped' | 'failed' }
  | { readonly phase: 'reading' | 'inferring'; readonly done: number; readonly all: number }
  | { readonly phase: 'refused'; readonly refusal: Refusal }
  | {
      readonly phase: 'opened';
      readonly file: FileSummary;
      readonly isWalking: boolean;
      readonly walked: Walked | null;
    };

/** A file is read in a worker, which keeps it; to stop, or to open another, is to end the worker, and with it the file is forgotten. */
export function useCapture() {
  const [opening, setOpening] = useState<Opening>({ phase: 'idle' });
  const worker = useRef<Worker | null>(null);

  const end = useCallback((phase: 'idle' | 'stopped' | 'failed') => {
    worker.current?.terminate();
    worker.current = null;
    setOpening({ phase });
  }, []);

  const open = useCallback(
    (file: File) => {
      worker.current?.terminate();
      const own = new Worker(new URL('./capture.worker.ts', import.meta.url), { type: 'module' });
      worker.current = own;
      setOpening({ phase: 'reading', done: 0, all: file.size });
      own.addEventListener('error', () => worker.current === own && end('failed'));
      own.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (worker.current !== own) return;
        if (data.type === 'refused') {
          own.terminate();
          worker.current = null;
        }
        setOpening((now) => next(now, data));
      });
      ask(own, { type: 'open', file });
    },
    [end],
  );

  const walk = useCallback((id: number, at: readonly string[] | null, from: number) => {
    if (worker.current === null) return;
    setOpening((now) => (now.phase === 'opened' ? { ...now, isWalking: true } : now));
    ask(worker.current, { type: 'walk', id, at, from });
  }, []);

  useEffect(() => () => worker.current?.terminate(), []);
  return { opening, open, walk, end };
}

function ask(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function next(now: Opening, message: FromWorker): Opening {
  switch (message.type) {
    case 'reading':
    case 'inferring':
      return { phase: message.type, done: message.done, all: message.all };
    case 'opened':
      return { phase: 'opened', file: message.file, isWalking: false, walked: null };
    case 'refused':
      return { phase: 'refused', refusal: message };
    case 'walked':
      return now.phase === 'opened' ? { ...now, isWalking: false, walked: message } : now;
  }
}
