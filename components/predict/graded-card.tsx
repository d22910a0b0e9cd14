import type { Answer } from '@/components/client/answers';
import { fill } from '@/components/client/fill';
import { Outcome } from '@/components/quiz/outcome';
import { LANGUAGE_TAG } from '@/i18n/locale';
import type { AttemptResult } from '@/model/attempt';
import { ExpectedRun } from './expected-run';
import type { LiveCardProps } from './live-card-props';
import { optionText } from './option-text';

interface Props extends LiveCardProps {
  readonly answer: Answer;
  readonly result: AttemptResult;
}

/** A prediction that has been graded: what was expected, what happened, and where the two part. */
export function GradedCard({ question, words, live, figure, answer, result, speech }: Props) {
  const { correct, feedback, explanation } = result;
  const lang = answer.locale === speech.locale ? undefined : LANGUAGE_TAG[answer.locale];
  const said = fill(words.predict[live.isEarlier ? 'earlier' : 'yours'], {
    option: optionText(question, answer.response),
  });
  return (
    <>
      <div className={`result ${correct ? 'ok' : 'bad'}`} tabIndex={-1} data-verdict={correct ? 'ok' : 'bad'}>
        <span className="k" aria-hidden="true">
          {correct ? '✓' : '✕'}
        </span>
        <div>
          <p>
            {said}
            {words.quiz.sentenceGap}
            <b>{words.predict[correct ? 'right' : 'wrong']}</b>
          </p>
          <p lang={lang}>{feedback.find(({ chosen }) => chosen)?.text}</p>
        </div>
      </div>
      {live.expected && <ExpectedRun {...{ figure, speech, lang }} expected={live.expected} words={words.predict} />}
      <details className="ask-why">
        <summary>{words.predict.why}</summary>
        <Outcome {...{ question, lang, result }} response={answer.response} words={words.quiz} />
        <p className="ask-explanation" lang={lang}>
          {explanation}
        </p>
      </details>
      <footer>
        <button type="button" className="btn small" onClick={live.holdAgain}>
          {words.predict.again}
        </button>
        <a href={`#${question.section}`}>{words.quiz.action.inText}</a>
        <span className="saved saved">{words.quiz.state.saved}</span>
      </footer>
    </>
  );
}
