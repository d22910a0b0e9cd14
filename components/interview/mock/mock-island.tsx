'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { readLocal } from '@/components/client/local';
import { MOCK_KEY } from '@/components/client/mock-key';
import type { OpenWords } from '@/components/quiz/open/words';
import type { QuizWords } from '@/components/quiz/words';
import type { Locale } from '@/model/attempt';
import type { MockMinutes } from '@/model/mock-interview';
import type { Depth } from '@/model/question';
import type { MockProps } from './mock';
import { MockSetup } from './mock-setup';
import type { MockWords } from './words';

interface Props {
  locale: Locale;
  words: MockWords;
  openWords: OpenWords;
  quizWords: QuizWords;
}

/** The page of the interview: a form at first; what conducts it comes when it begins, or when one was left unfinished. */
export function MockIsland(props: Props) {
  const [Mock, setMock] = useState<ComponentType<MockProps> | null>(null);
  const [chosen, setChosen] = useState<MockProps['chosen']>(null);
  const [state, setState] = useState<'asleep' | 'ready' | 'loading' | 'failed'>('asleep');

  useEffect(() => {
    setState('ready');
    if (readLocal(MOCK_KEY) === null) return;
    void import('./mock').then(({ Mock: Loaded }) => setMock(() => Loaded));
  }, []);

  async function start(depth: Depth, minutes: MockMinutes): Promise<void> {
    setState('loading');
    try {
      const { Mock: Loaded } = await import('./mock');
      const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
      setChosen({ depth, minutes, seed });
      setMock(() => Loaded);
      setState('ready');
    } catch {
      setState('failed');
    }
  }

  const title = (
    <header className="title">
      <h1>{props.words.title}</h1>
      <p className="lead">{props.words.lead}</p>
    </header>
  );
  if (!Mock) {
    return (
      <>
        {title}
        <MockSetup words={props.words} state={state} onStart={(depth, minutes) => void start(depth, minutes)} />
      </>
    );
  }
  return <Mock {...props} chosen={chosen} title={title} />;
}
