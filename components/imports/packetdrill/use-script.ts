'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Played, ToPlay } from './play-message';

export type Playing =
  | { readonly phase: 'idle' | 'playing' | 'stopped' | 'failed' }
  | { readonly phase: 'played'; readonly asked: ToPlay; readonly played: Played };

/** A script is played in a worker, so that one that never ends does not hold the page; to stop it is to end the worker. */
export function useScript() {
  const [playing, setPlaying] = useState<Playing>({ phase: 'idle' });
  const worker = useRef<Worker | null>(null);

  const end = useCallback((phase: 'idle' | 'stopped' | 'failed') => {
    worker.current?.terminate();
    worker.current = null;
    setPlaying({ phase });
  }, []);

  const start = useCallback(
    (asked: ToPlay) => {
      worker.current?.terminate();
      const own = new Worker(new URL('./play.worker.ts', import.meta.url), { type: 'module' });
      worker.current = own;
      setPlaying({ phase: 'playing' });
      own.addEventListener('error', () => worker.current === own && end('failed'));
      own.addEventListener('message', ({ data }: MessageEvent<Played>) => {
        if (worker.current !== own) return;
        own.terminate();
        worker.current = null;
        setPlaying({ phase: 'played', asked, played: data });
      });
      own.postMessage(asked);
    },
    [end],
  );

  useEffect(() => () => worker.current?.terminate(), []);
  return { playing, start, end };
}
