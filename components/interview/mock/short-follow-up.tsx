import { useState } from 'react';
import { keepOpenDraft, openDraft } from '@/components/client/open-drafts';
import type { OpenWords } from '@/components/quiz/open/words';
import type { MockFollowUp } from '@/model/mock-interview';
import type { MockWords } from './words';

interface Props {
  followUp: MockFollowUp;
  promptId: string;
  words: MockWords;
  openWords: OpenWords;
  isTold: boolean;
  /** With what was typed, and how the learner judges it, 0 … 1. */
  onTold: (text: string, score: number) => void;
}

/** A short question behind an open one: a sentence or two, its answer, and how it was. */
export function ShortFollowUp({ followUp, promptId, words: { turn }, openWords, isTold, onTold }: Props) {
  const [text, setText] = useState(() => openDraft(followUp.id));
  const [isShown, setShown] = useState(isTold);
  const [chosen, setChosen] = useState<number | null>(null);
  const write = (next: string) => {
    setText(next);
    keepOpenDraft(followUp.id, next);
  };
  const judge = (score: number) => {
    setChosen(score);
    keepOpenDraft(followUp.id, '');
    onTold(text.trim(), score);
  };
  return (
    <div className="open-question">
      {isShown ? (
        <>
          {text.trim() === '' ? null : (
            <div className="own-answer">
              <p className="caps">{turn.yours}</p>
              <blockquote>{text}</blockquote>
            </div>
          )}
          <section className="model-answer">
            <h3>{turn.answer}</h3>
            <p>{followUp.answer}</p>
          </section>
          <fieldset className="taps" disabled={isTold}>
            <legend>{turn.own}</legend>
            {(
              [
                [1, turn.had],
                [0.5, turn.partly],
                [0, turn.missedIt],
              ] as const
            ).map(([score, says]) => (
              <label key={score}>
                <input type="radio" name="own" checked={chosen === score} onChange={() => judge(score)} />
                <span>{says}</span>
              </label>
            ))}
          </fieldset>
        </>
      ) : (
        <div className="open-form">
          <textarea
            aria-labelledby={promptId}
            rows={3}
            maxLength={8000}
            placeholder={openWords.label}
            value={text}
            onChange={({ target }) => write(target.value)}
          />
          <footer>
            <button type="button" className="btn primary" onClick={() => setShown(true)}>
              {turn.show}
            </button>
          </footer>
        </div>
      )}
    </div>
  );
}
