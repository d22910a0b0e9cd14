import { useEffect, useRef, useState } from 'react';
import { answers } from '@/components/client/answers';
import { fill } from '@/components/client/fill';
import { LiveQuestion } from '@/components/quiz/live-question';
import { OpenQuestion } from '@/components/quiz/open/open-question';
import type { OpenPhase } from '@/components/quiz/open/use-open-question';
import type { OpenWords } from '@/components/quiz/open/words';
import type { QuestionState } from '@/components/quiz/phase';
import type { QuizWords } from '@/components/quiz/words';
import type { Locale } from '@/model/attempt';
import type { Outcome } from '@/model/mock-interview';
import type { PublicQuestion } from '@/model/question';
import type { Bank } from './bank';
import type { Said, Session } from './session';
import { ShortFollowUp } from './short-follow-up';
import { toldOfClosed, toldOfFollowUp, toldOfOpen } from './what-was-said';
import type { MockWords } from './words';

interface Props {
  session: Session;
  bank: Bank;
  locale: Locale;
  words: MockWords;
  openWords: OpenWords;
  quizWords: QuizWords;
  onTold: (outcome: Outcome, said: Said) => void;
}

const PROMPT = 'mock-prompt';

/** One question of the interview, of whatever sort. */
export function MockTurn(props: Props) {
  const { session, bank, words } = props;
  const turn = session.turns.at(-1);
  const question = bank.questions.find(({ id }) => id === turn?.questionId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = session.turns.length === 1;
  useEffect(() => {
    // Whoever pressed "next" reads on at the question; the first one is found where the page begins.
    if (!isFirst || document.activeElement === document.body) heading.current?.focus();
  }, [isFirst]);
  if (!turn || !question) return null;
  const { turn: says } = words;
  const topic = bank.topics[turn.topic] ?? turn.topic;
  return (
    <article className="mock-turn" data-turn={session.turns.length} data-asked={turn.questionId}>
      <p className="kicker">
        {fill(says.kicker, { topic, depth: words.setup.depths[turn.depth] })}
        {session.turns.length > 1 ? <span className={`for ${turn.askedFor}`}>{says[turn.askedFor]}</span> : null}
      </p>
      <h2 className="asks" id={PROMPT} tabIndex={-1} ref={heading}>
        {turn.followUp?.prompt ?? question.prompt}
      </h2>
      <Body {...props} turn={turn} question={question} />
    </article>
  );
}

interface BodyProps extends Props {
  turn: Session['turns'][number];
  question: Bank['questions'][number];
}

function Body({ session, turn, question, locale, words, openWords, quizWords, onTold }: BodyProps) {
  const { askedAt } = session;
  if (turn.followUp) {
    const followUp = turn.followUp;
    const parent = session.said.findLast((said, place) => said && session.turns[place]?.questionId === turn.questionId);
    return (
      <ShortFollowUp
        followUp={followUp}
        promptId={PROMPT}
        words={words}
        openWords={openWords}
        isTold={turn.outcome !== null}
        onTold={(text, score) => {
          const told = parent && toldOfFollowUp(followUp, parent, text, score);
          if (told) onTold(told.outcome, told.said);
        }}
      />
    );
  }
  if (question.kind === 'open') {
    const onPhase = (phase: OpenPhase) => {
      if (phase.state !== 'judged') return;
      const told = toldOfOpen(question, { ...phase.answer, met: phase.met }, phase.key);
      onTold(told.outcome, told.said);
    };
    return <OpenQuestion {...{ question, locale, askedAt, onPhase }} promptId={PROMPT} words={openWords} isInterview />;
  }
  return <Closed {...{ question, locale, quizWords, askedAt, onTold }} />;
}

interface ClosedProps extends Pick<Props, 'locale' | 'quizWords' | 'onTold'> {
  question: PublicQuestion;
  askedAt: string;
}

/** A closed question as in a chapter, asked anew whatever was answered to it before. */
function Closed({ question, locale, quizWords, askedAt, onTold }: ClosedProps) {
  const [form] = useState(() => document.createElement('form'));
  const onState = (state: QuestionState) => {
    const answer = answers.get()[question.id];
    if (state !== 'saved' || !answer?.result || answer.answeredAt < askedAt) return;
    const told = toldOfClosed(question, answer, answer.result, locale);
    onTold(told.outcome, told.said);
  };
  return (
    <div className="quiz" data-question-id={question.id} data-question-kind={question.kind}>
      <p className="kicker">{quizWords.kind[question.kind]}</p>
      <LiveQuestion
        {...{ question, locale, askedAt, onState }}
        words={quizWords}
        filled={form}
        readHref={`/${locale}/chapters/${question.chapter}`}
      />
    </div>
  );
}
