import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { idsOf } from '@/components/quiz/form-props';
import type { CardProps } from './card-props';
import type { ReviewQuestion } from './review-question';

interface Props extends CardProps {
  question: ReviewQuestion;
  kind: string;
  state: string;
  keys: (event: KeyboardEvent<HTMLElement>) => void;
  /** Told to a screen reader when it changes. */
  say: string;
  children: ReactNode;
}

/** One question in its frame. A new one takes the focus, so that keys act at once and a screen reader begins there. */
export function CardFrame({ question, kind, state, keys, say, place, picture, words, children }: Props) {
  const ids = idsOf(question.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article
      className="quiz review-card"
      id={ids.card}
      aria-labelledby={ids.prompt}
      data-question-id={question.id}
      data-question-kind={question.kind}
      data-state={state}
      onKeyDown={keys}
    >
      <header>
        <span>{place}</span>
        <span>{kind}</span>
      </header>
      <h3 className="q" id={ids.prompt} tabIndex={-1} ref={heading}>
        {question.prompt}
      </h3>
      {picture ? (
        // The book's own markup, from a page that holds nothing else.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own server
        <div className="held" dangerouslySetInnerHTML={{ __html: picture }} />
      ) : null}
      {picture === undefined ? <p className="hint">{words.card.figureAway}</p> : null}
      {children}
      <p className="vh" role="status">
        {say}
      </p>
    </article>
  );
}
