import { type FocusEvent, type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flush } from '@/components/client/delivery';
import { fill } from '@/components/client/fill';
import { missingWords, Trouble } from '@/components/quiz/question-foot';
import { QuestionForm } from '@/components/quiz/question-form';
import { CardFrame } from './card-frame';
import { GradedCard } from './graded-card';
import type { LiveCardProps } from './live-card-props';
import { optionText } from './option-text';
import type { CardWords } from './question';
import type { LivePrediction } from './use-prediction';

/** The question of a figure alive: asked, sent, and what became of it. */
export function LiveCard(props: LiveCardProps) {
  const { question, words, live, root } = props;
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  useNews(live, words, setSaid);
  const watch = useKeptPlace(live, place, root);
  return (
    <CardFrame question={question} words={words} state={live.phase.state} isHeld={live.isHeld} isAwake>
      <div ref={place} {...watch}>
        {live.isHeld ? <Asked {...props} say={setSaid} /> : <Told {...props} />}
      </div>
      <p className="vh" role="status">
        {said}
      </p>
    </CardFrame>
  );
}

function Asked({ question, words, live, say }: LiveCardProps & { readonly say: (text: string) => void }) {
  const { phase, draft, setDraft, missing, submit, skip } = live;
  const isSending = phase.state === 'sending';
  const form = useRef<HTMLFormElement>(null);
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (isSending) return;
    const lacking = submit();
    if (!lacking) return;
    say(missingWords(lacking, words.quiz));
    form.current?.querySelector('input')?.focus();
  }
  return (
    <form ref={form} onSubmit={onSubmit} noValidate autoComplete="off">
      <QuestionForm question={question} draft={draft} onDraft={setDraft} locked={isSending} words={words.quiz} />
      <footer>
        <button type="submit" className="btn primary" aria-disabled={isSending}>
          {words.predict.send}
        </button>
        <button type="button" className="btn" onClick={skip}>
          {words.predict.skip}
        </button>
        {missing ? (
          <span className="need">{missingWords(missing, words.quiz)}</span>
        ) : (
          <span>{words.quiz.state[isSending ? 'sending' : 'unsent']}</span>
        )}
      </footer>
    </form>
  );
}

/** What is there to be said once the figure goes on. */
function Told(props: LiveCardProps) {
  const { question, words, live } = props;
  const { phase, elsewhere, holdAgain } = live;
  switch (phase.state) {
    case 'saved':
      return <GradedCard {...props} answer={phase.answer} result={phase.result} />;
    case 'unsent':
      return (
        <footer>
          <span>
            {elsewhere ? words.predict[elsewhere.right ? 'elsewhereRight' : 'elsewhereWrong'] : words.predict.skipped}
          </span>
          <button type="button" className="btn small" onClick={holdAgain}>
            {words.predict.again}
          </button>
        </footer>
      );
    default:
      return (
        <>
          <p>{fill(words.predict.yours, { option: optionText(question, phase.answer.response) })}</p>
          {phase.state === 'refused' ? (
            <Trouble phase={phase} words={words.quiz} />
          ) : (
            <p className="trouble kept">{words.predict.kept}</p>
          )}
          <footer>
            <button
              type="button"
              className="btn small"
              onClick={phase.state === 'refused' ? holdAgain : () => void flush()}
            >
              {words.quiz.action[phase.state === 'refused' ? 'answerAgain' : 'sendNow']}
            </button>
            <span className={`saved ${phase.state}`}>{words.quiz.state[phase.state]}</span>
          </footer>
        </>
      );
  }
}

/** Says politely what becomes of the prediction; what the page was opened with is not news. */
function useNews({ phase, isHeld }: LivePrediction, words: CardWords, say: (text: string) => void): void {
  const now = `${phase.state} ${isHeld}`;
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    if (phase.state === 'saved') {
      const verdict = words.predict[phase.result.correct ? 'right' : 'wrong'];
      say([verdict, phase.result.explanation].join(words.quiz.sentenceGap));
    } else if (phase.state === 'kept') say(words.predict.kept);
    else if (phase.state === 'unsent' && !isHeld) say(words.predict.skipped);
    else say(phase.state === 'unsent' ? '' : words.quiz.state[phase.state]);
  });
}

/** The focus stays where the reader is: at the verdict when it comes, at the figure when it goes on, at the question when it is asked anew. */
function useKeptPlace(
  { phase, isHeld }: LivePrediction,
  place: RefObject<HTMLDivElement | null>,
  root: HTMLElement,
): { readonly onFocus: () => void; readonly onBlur: (event: FocusEvent) => void } {
  const before = useRef(isHeld);
  const isHere = useRef(false);
  useLayoutEffect(() => {
    if (before.current === isHeld) return;
    before.current = isHeld;
    const { activeElement, body } = document;
    if (!isHere.current || (activeElement !== body && !place.current?.contains(activeElement))) return;
    const verdict = place.current?.querySelector<HTMLElement>('.result');
    const next = isHeld ? place.current?.querySelector('input') : phase.state === 'saved' ? verdict : root;
    next?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      isHere.current = true;
    },
    // What is locked or taken away loses the focus to nobody: the reader is still here.
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !place.current?.contains(relatedTarget)) isHere.current = false;
    },
  };
}
