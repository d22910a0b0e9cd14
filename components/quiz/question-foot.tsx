import type { MouseEvent } from 'react';
import { flush, trouble } from '@/components/client/delivery';
import { fill } from '@/components/client/fill';
import { isDurable } from '@/components/client/local';
import { progress } from '@/components/client/progress';
import { useStore } from '@/components/client/store';
import type { Problem } from '@/model/attempt';
import type { PublicQuestion } from '@/model/question';
import type { Missing } from './draft';
import type { Phase } from './phase';
import type { QuizWords } from './words';

interface Props {
  question: PublicQuestion;
  phase: Phase;
  missing: Missing | null;
  again: () => void;
  words: QuizWords;
  /** Where the text is, when it is not on this page. */
  readHref?: string | undefined;
  /** A given answer cannot be given again. */
  isOnce?: boolean;
}

/** Under the form: what may be done now, and which of "saved" and "kept here" holds. */
export function QuestionFoot({ question, phase, missing, again, words, readHref = '', isOnce = false }: Props) {
  const { state } = phase;
  const does = state === 'kept' ? () => void flush() : state === 'unsent' ? undefined : again;
  const press = (event: MouseEvent) => {
    if (!does) return;
    // The button may become the one that submits while this click is still on its way.
    event.preventDefault();
    // The second half of a double click on "Answer" must not undo what the first half did.
    if (event.detail <= 1) does();
  };
  const says = {
    unsent: 'answer',
    sending: 'answer',
    kept: 'sendNow',
    refused: 'answerAgain',
    saved: 'again',
  } as const;
  return (
    <>
      <Trouble phase={phase} words={words} />
      <footer>
        {state === 'saved' && isOnce ? null : (
          <button
            type={state === 'unsent' ? 'submit' : 'button'}
            className={state === 'unsent' || state === 'sending' ? 'btn primary' : 'btn'}
            aria-disabled={state === 'sending'}
            onClick={press}
          >
            {words.action[says[state]]}
          </button>
        )}
        {state === 'saved' ? <a href={`${readHref}#${question.section}`}>{words.action.inText}</a> : null}
        {state === 'saved' && question.figure && document.getElementById(question.figure.scenario) ? (
          <a href={`#${question.figure.scenario}`}>{words.action.inFigure}</a>
        ) : null}
        {phase.state === 'unsent' ? (
          <Unsent question={question} missing={missing} revised={phase.revised} words={words} />
        ) : (
          <span className={`saved ${state}`}>{words.state[state]}</span>
        )}
      </footer>
    </>
  );
}

function Unsent({
  question,
  missing,
  revised,
  words,
}: Pick<Props, 'question' | 'missing' | 'words'> & { revised: boolean }) {
  const chapters = useStore(progress, null)?.chapters ?? [];
  const before = chapters.flatMap(({ questions }) => questions).find(({ id }) => id === question.id);
  if (missing) return <span className="need">{missingWords(missing, words)}</span>;
  if (revised) return <span>{words.earlier.revised}</span>;
  if (before) return <span>{before.last ? words.earlier.right : words.earlier.wrong}</span>;
  return <span>{words.state.unsent}</span>;
}

/** Why an answer is still here, and what to do about it. */
export function Trouble({ phase, words }: { phase: Phase; words: QuizWords }) {
  const fault = useStore(trouble, null);
  if (phase.state === 'kept') {
    const why = !isDurable() ? 'fragile' : fault?.kind === 'problem' ? 'fault' : 'unreachable';
    // Before the first word from the server there is nothing to explain: it is only just being sent again.
    return fault ? <p className="trouble kept">{words.kept[why]}</p> : null;
  }
  if (phase.state === 'refused') {
    return (
      <p className="trouble refused">
        <b>{words.refused.title}</b>
        {words.sentenceGap + refusalWords(phase.problem, words)}
      </p>
    );
  }
  return null;
}

/** What to do, in the page's own words where the problem is a known one. */
function refusalWords({ type, detail }: Problem, words: QuizWords): string {
  const slug = type.split('/').at(-1) ?? '';
  if (
    slug === 'question-changed' ||
    slug === 'unknown-question' ||
    slug === 'response-does-not-fit' ||
    slug === 'id-taken'
  ) {
    return words.refused[slug];
  }
  return detail + words.sentenceGap + words.refused.other;
}

export function missingWords(missing: Missing, words: QuizWords): string {
  return missing.what === 'match' ? fill(words.missing.match, { left: missing.left }) : words.missing[missing.what];
}
