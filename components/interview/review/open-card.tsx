import { useCallback, useEffect, useRef, useState } from 'react';
import { clientId } from '@/components/client/id';
import { keep } from '@/components/client/outbox';
import type { OpenKey, PublicOpenQuestion } from '@/model/open-question';
import type { Confidence } from '@/model/question';
import { CardFrame } from './card-frame';
import { cardKeys } from './card-keys';
import type { CardProps } from './card-props';
import { ConfidenceChoice } from './confidence-choice';
import { fetchKeys } from './load-review';
import { Rubric } from './rubric';

interface Props extends CardProps {
  question: PublicOpenQuestion;
  /** The model answer, where it was taken along. */
  held: OpenKey | null;
}

interface Given {
  readonly confidence: Confidence;
  readonly answeredAt: string;
}

/** An open question: say or type an answer, see the model answer, judge oneself point by point. */
export function OpenCard(props: Props) {
  const { question, held, locale, words, onNext } = props;
  const [text, setText] = useState('');
  const [given, setGiven] = useState<Given | null>(null);
  const [met, setMet] = useState<readonly string[]>([]);
  const { key, failed, ask } = useKey(question, held, props);
  const toggle = (id: string) => setMet(met.includes(id) ? met.filter((other) => other !== id) : [...met, id]);

  function reveal(confidence: Confidence): void {
    if (given) return;
    setGiven({ confidence, answeredAt: new Date().toISOString() });
    void ask();
  }

  function judge(): void {
    if (!given || !key) return;
    const said = text.trim();
    keep({
      kind: 'open-answer',
      body: {
        id: clientId(),
        questionId: question.id,
        revision: key.revision,
        locale,
        how: said === '' ? 'aloud' : 'typed',
        text: said,
        confidence: given.confidence,
        answeredAt: given.answeredAt,
        assessment: { met: [...met], assessedAt: new Date().toISOString() },
      },
    });
    onNext();
  }

  const keys = cardKeys(
    given === null
      ? { onConfidence: reveal }
      : { onNext: judge, onPlace: (place) => key?.points[place] && toggle(key.points[place].id) },
  );
  return (
    <CardFrame {...props} kind={words.card.open} state={key && given ? 'shown' : 'unsent'} keys={keys} say="">
      {given === null ? (
        <>
          <label className="own-answer">
            <span>{words.answer.label}</span>
            <small>{words.answer.hint}</small>
            <textarea rows={5} maxLength={8000} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <ConfidenceChoice legend={words.confidence.legendOpen} words={words.confidence} onChoose={reveal} />
        </>
      ) : key ? (
        <Rubric {...props} openKey={key} text={text.trim()} met={met} onToggle={toggle} onJudge={judge} />
      ) : failed ? (
        <div className="said">
          <p className="trouble kept">{words.answer.away}</p>
          <footer>
            <button type="button" className="btn primary" onClick={() => void ask()}>
              {words.answer.again}
            </button>
            <button type="button" className="btn" onClick={onNext}>
              {words.card.skip}
            </button>
          </footer>
        </div>
      ) : (
        <p className="hint" role="status">
          {words.answer.loading}
        </p>
      )}
    </CardFrame>
  );
}

/** The newest model answer, else the one that was taken along. */
function useKey({ id }: PublicOpenQuestion, held: OpenKey | null, { locale }: CardProps) {
  const [key, setKey] = useState<OpenKey | null>(null);
  const [failed, setFailed] = useState(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const ask = useCallback(async () => {
    setFailed(false);
    const found = (await fetchKeys([id], locale))?.[0] ?? held;
    if (gone.current) return;
    if (found) setKey(found);
    else setFailed(true);
  }, [id, locale, held]);
  return { key, failed, ask };
}
