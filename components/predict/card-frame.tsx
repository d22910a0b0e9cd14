import type { ReactNode } from 'react';
import { fill } from '@/components/client/fill';
import { idsOf } from '@/components/quiz/form-props';
import type { CardWords, PredictQuestion } from './question';

interface Props {
  readonly question: PredictQuestion;
  readonly words: CardWords;
  /** As `data-state` of a question's card says it. */
  readonly state: string;
  readonly isAwake: boolean;
  readonly isHeld: boolean;
  readonly children: ReactNode;
}

/** The question in its figure, above the picture. It keeps its place and its size when it comes alive. */
export function CardFrame({ question, words, state, isAwake, isHeld, children }: Props) {
  const ids = idsOf(question.id);
  return (
    <section
      id={ids.card}
      className="quiz ask"
      aria-labelledby={ids.prompt}
      data-question-id={question.id}
      data-question-kind="predict"
      data-state={state}
      data-awake={isAwake}
      data-held={isHeld}
    >
      <p className="ask-head">
        <span className="caps">{words.predict.title}</span>
        {isHeld && <span>{fill(words.predict.held, { time: (question.figure.atMs / 1000).toFixed(2) })}</span>}
      </p>
      <h4 className="q" id={ids.prompt}>
        {question.prompt}
      </h4>
      {children}
    </section>
  );
}
