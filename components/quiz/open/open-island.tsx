'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { OpenQuestionProps } from './open-question';

/** An open question on a page of its own: its place is kept, and what makes it answer comes after the page. */
export function OpenIsland(props: Pick<OpenQuestionProps, 'question' | 'promptId' | 'locale' | 'words'>) {
  const [Live, setLive] = useState<ComponentType<OpenQuestionProps> | null>(null);
  useEffect(() => {
    let isGone = false;
    const wake = () =>
      import('./open-question').then(
        ({ OpenQuestion }) => isGone || setLive(() => OpenQuestion),
        // No network for the code: tried again when there is one.
        () => window.addEventListener('online', () => void wake(), { once: true }),
      );
    void wake();
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <div className="quiz open-card" data-question-id={props.question.id} data-awake={Live !== null}>
      {Live ? <Live {...props} /> : <div className="open-place" />}
    </div>
  );
}
