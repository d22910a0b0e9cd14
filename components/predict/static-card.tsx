import { emptyDraft } from '@/components/quiz/draft';
import { QuestionForm } from '@/components/quiz/question-form';
import { CardFrame } from './card-frame';
import type { CardWords, PredictQuestion } from './question';

interface Props {
  readonly question: PredictQuestion;
  readonly words: CardWords;
  /** Where the whole figure stands, for whoever has no script. */
  readonly wholeAt: string;
}

/** The card before anything listens to it. Its disabled button keeps Enter from sending it anywhere. */
export function StaticCard({ question, words, wholeAt }: Props) {
  return (
    <CardFrame question={question} words={words} state="unsent" isAwake={false} isHeld>
      <form autoComplete="off">
        <QuestionForm question={question} draft={emptyDraft(question)} locked={false} words={words.quiz} />
        <footer className="only-with-script">
          <button type="submit" className="btn primary" disabled>
            {words.predict.send}
          </button>
          <button type="button" className="btn" disabled>
            {words.predict.skip}
          </button>
          <span>{words.quiz.state.unsent}</span>
        </footer>
      </form>
      <noscript>
        <p className="quiz-noscript">
          {words.predict.noScript} <a href={wholeAt}>{words.predict.goesOn}</a>
        </p>
      </noscript>
    </CardFrame>
  );
}
