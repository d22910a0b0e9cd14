import { useState } from 'react';
import { fill } from '@/components/client/fill';
import { findTerms } from '@/model/find-terms';
import type { OpenKey } from '@/model/open-question';
import type { OpenWords } from './words';

interface Props {
  answerKey: OpenKey;
  /** What was typed: its terms are found and shown beside the points. */
  text: string;
  /** What the learner has marked; null while they mark. */
  met: readonly string[] | null;
  onJudge: (met: readonly string[]) => void;
  words: OpenWords;
}

/** What a strong answer has, point by point, for the learner to mark in their own. */
export function Rubric({ answerKey, text, met, onJudge, words }: Props) {
  const [marked, setMarked] = useState<readonly string[]>([]);
  if (met !== null) return <Judged answerKey={answerKey} met={met} words={words} />;
  return (
    <form
      className="rubric"
      onSubmit={(event) => {
        event.preventDefault();
        onJudge(marked);
      }}
    >
      <fieldset>
        <legend>{words.rubric}</legend>
        <p className="hint">{words.rubricText}</p>
        <ul>
          {answerKey.points.map((point) => (
            <li key={point.id}>
              <label>
                <input
                  type="checkbox"
                  checked={marked.includes(point.id)}
                  onChange={({ target }) =>
                    setMarked(target.checked ? [...marked, point.id] : marked.filter((id) => id !== point.id))
                  }
                />
                <span>
                  {point.text}
                  <Aside point={point} text={text} words={words} />
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <button type="submit" className="btn primary">
        {words.keep}
      </button>
    </form>
  );
}

/** How much the point weighs, and which of its terms the text has: a help in looking, never a grade. */
function Aside({ point, text, words }: { point: OpenKey['points'][number]; text: string; words: OpenWords }) {
  const found = findTerms(text, point.terms);
  const said = [
    ...(point.essential ? [words.essential] : []),
    ...(found.length > 0 ? [fill(words.found, { terms: found.join(', ') })] : []),
  ];
  return said.length === 0 ? null : <small>{said.join(' · ')}</small>;
}

function Judged({ answerKey, met, words }: { answerKey: OpenKey; met: readonly string[]; words: OpenWords }) {
  const { points } = answerKey;
  const count = points.filter(({ id }) => met.includes(id)).length;
  return (
    <section className="rubric judged">
      <h3>{fill(words.score, { met: count, total: points.length })}</h3>
      <ul>
        {points.map(({ id, text, essential }) => {
          const isMet = met.includes(id);
          return (
            <li key={id} className={isMet ? 'met' : 'missed'}>
              <span className="k" role="img" aria-label={isMet ? words.met : words.missed}>
                {isMet ? '✓' : '–'}
              </span>
              <span>
                {text}
                {essential ? <small>{words.essential}</small> : null}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
