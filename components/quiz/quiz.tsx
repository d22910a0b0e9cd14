import type { ReactNode } from 'react';
import { fill } from '@/components/client/fill';
import { type Messages, readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import type { Locale } from '@/model/attempt';
import type { PublicQuestion } from '@/model/question';
import { emptyDraft } from './draft';
import { idsOf } from './form-props';
import { QuestionForm } from './question-form';
import { QuizIsland } from './quiz-island';
import { QUIZ_WORDS, type QuizWords } from './words';

interface Props {
  chapter: string;
  questions: readonly PublicQuestion[];
  locale: Locale;
  /** The namespace `quiz`. */
  words: Messages;
  /** By question id: the held picture of a question that is about a figure. */
  figures: Readonly<Record<string, ReactNode>>;
}

/** All questions of a chapter: readable as they stand, answerable when their island has come alive. */
export function Quiz({ chapter, questions, locale, words, figures }: Props) {
  const picked = { ...readWords(QUIZ_WORDS, words, 'quiz'), sentenceGap: sentenceGap(locale) };
  return (
    <div className="questions" data-quiz={chapter}>
      <noscript>
        <p className="quiz-noscript">{picked.noScript}</p>
      </noscript>
      {questions.map((question, i) => {
        const ids = idsOf(question.id);
        return (
          <QuizIsland
            key={question.id}
            question={question}
            locale={locale}
            words={picked}
            cardId={ids.card}
            promptId={ids.prompt}
            head={
              <>
                <header>
                  <span>{fill(picked.count, { n: i + 1, total: questions.length })}</span>
                  <span>{picked.kind[question.kind]}</span>
                </header>
                <h3 className="q" id={ids.prompt}>
                  {question.prompt}
                </h3>
                {figures[question.id]}
              </>
            }
            form={<StaticForm question={question} words={picked} />}
          />
        );
      })}
    </div>
  );
}

/** The form before anything listens to it. Its disabled button keeps Enter from sending it anywhere. */
export function StaticForm({ question, words }: { question: PublicQuestion; words: QuizWords }) {
  return (
    <form autoComplete="off">
      <QuestionForm question={question} draft={emptyDraft(question)} locked={false} words={words} />
      <footer>
        <button type="submit" className="btn primary" disabled>
          {words.action.answer}
        </button>
        <span>{words.state.unsent}</span>
      </footer>
    </form>
  );
}
