'use client';

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/model/attempt';
import type { PublicQuestion } from '@/model/question';
import type { LiveQuestionProps } from './live-question';
import type { QuestionState } from './phase';
import type { QuizWords } from './words';

interface Props {
  question: PublicQuestion;
  locale: Locale;
  words: QuizWords;
  /** Ids of the card and of the prompt that names it. */
  cardId: string;
  promptId: string;
  head: ReactNode;
  /** The server's form: it stands until the live one takes its place. */
  form: ReactNode;
  /** Where the text is, when it is not on this page. */
  readHref?: string;
}

interface Awake {
  readonly Live: ComponentType<LiveQuestionProps>;
  /** The server's form, with what the reader may already have put into it. */
  readonly filled: HTMLFormElement;
  readonly focused: string;
}

/** How far below or above the window a question begins to load what makes it answer. */
const NEAR = '600px';

/** A card that comes alive near the viewport. Until then it is the server's markup and costs nothing. */
export function QuizIsland({ question, locale, words, cardId, promptId, head, form, readHref }: Props) {
  const card = useRef<HTMLElement>(null);
  const [awake, setAwake] = useState<Awake | null>(null);
  const [state, setState] = useState<QuestionState>('unsent');

  useEffect(() => {
    const element = card.current;
    if (!element || awake) return;
    let loading = false;
    const wake = async () => {
      if (loading) return;
      loading = true;
      try {
        const { LiveQuestion } = await import('./live-question');
        const filled = element.querySelector('form');
        const { activeElement } = document;
        const focused = activeElement && element.contains(activeElement) ? activeElement.id : '';
        if (filled) setAwake({ Live: LiveQuestion, filled, focused });
      } catch {
        // No network for the code: the form stays readable, and the next approach tries again.
        loading = false;
      }
    };
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void wake(),
      {
        rootMargin: NEAR,
      },
    );
    observer.observe(element);
    element.addEventListener('focusin', wake);
    element.addEventListener('pointerdown', wake);
    window.addEventListener('online', wake);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', wake);
      element.removeEventListener('pointerdown', wake);
      window.removeEventListener('online', wake);
    };
  }, [awake]);

  useEffect(() => {
    if (awake?.focused) document.getElementById(awake.focused)?.focus();
  }, [awake]);

  return (
    <article
      ref={card}
      id={cardId}
      className={state === 'saved' ? 'quiz done' : 'quiz'}
      aria-labelledby={promptId}
      data-question-id={question.id}
      data-question-kind={question.kind}
      data-state={state}
      data-awake={awake !== null}
    >
      {head}
      {awake ? (
        <awake.Live {...{ question, locale, words, readHref }} filled={awake.filled} onState={setState} />
      ) : (
        form
      )}
    </article>
  );
}
