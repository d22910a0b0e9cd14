import { useLayoutEffect, useRef } from 'react';
import { fill } from '@/components/client/fill';
import { letter } from '@/components/quiz/choices';
import type { OpenKey } from '@/model/open-question';
import type { CardProps } from './card-props';

interface Props extends CardProps {
  openKey: OpenKey;
  /** What the learner typed; '' when it was said aloud. */
  text: string;
  met: readonly string[];
  onToggle: (pointId: string) => void;
  onJudge: () => void;
}

/** The model answer and its points, which the learner ticks: their own judgement, and called that. */
export function Rubric({ openKey, text, met, onToggle, onJudge, words, locale, href }: Props) {
  const box = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  const { points, modelAnswer, simulator, sources } = openKey;
  return (
    <form
      className="said"
      tabIndex={-1}
      ref={box}
      aria-label={words.answer.model}
      onSubmit={(event) => {
        event.preventDefault();
        onJudge();
      }}
    >
      {text === '' ? null : (
        <>
          <h4>{words.answer.own}</h4>
          <p className="own-words">{text}</p>
        </>
      )}
      <h4>{words.answer.model}</h4>
      <div className="model-answer">
        {modelAnswer.split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <fieldset className="points">
        <legend>
          {words.answer.rubric} <small>{words.answer.rubricHint}</small>
        </legend>
        <ul className="opts">
          {points.map(({ id, text: point, essential }, i) => (
            <li key={id} className="opt">
              <label>
                <input type="checkbox" checked={met.includes(id)} onChange={() => onToggle(id)} />
                <span className="k" aria-hidden="true">
                  {letter(i)}
                </span>
                <span className="t">
                  {point}
                  {essential ? <small className="essential">{words.answer.essential}</small> : null}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <p className="hint sources">
        {words.answer.sources}: {sources.join(' · ')}
      </p>
      <footer>
        <button type="submit" className="btn primary">
          {words.answer.keep}
        </button>
        <span role="status">{fill(words.answer.counted, { met: met.length, total: points.length })}</span>
        <a href={href}>{words.card.readUp}</a>
        <a href={`/${locale}/play/${simulator.scenario}`}>{words.card.play}</a>
      </footer>
    </form>
  );
}
