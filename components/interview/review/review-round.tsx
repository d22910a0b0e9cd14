import { useEffect, useRef, useState } from 'react';
import { fill } from '@/components/client/fill';
import type { KeptItem } from '@/components/client/outbox';
import type { QuizWords } from '@/components/quiz/words';
import type { Locale } from '@/model/attempt';
import type { CardProps } from './card-props';
import { GradedCard } from './graded-card';
import { fetchPicture, type Review } from './load-review';
import { OpenCard } from './open-card';
import type { ReviewQuestion } from './review-question';
import { sayDay } from './say-day';
import { backMs, planHere, type Today, todaysList } from './todays-list';
import type { ReviewWords } from './words';

interface Props {
  locale: Locale;
  words: ReviewWords;
  quizWords: QuizWords;
  review: Review;
  waiting: readonly KeptItem[];
}

const TEN = 10;

/** Today's list: what there is to do, then one question at a time. A round once begun keeps its questions. */
export function ReviewRound(props: Props) {
  const { locale, words, quizWords, review, waiting } = props;
  const [more, setMore] = useState(0);
  const [round, setRound] = useState<{ readonly list: readonly string[]; readonly at: number } | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const today = todaysList({ questions: review.questions, log: review.log, waiting, nowMs: Date.now(), more });
  const id = round?.list[round.at];
  const question = review.questions.find((each) => each.id === id);

  function next(): void {
    if (!round) return;
    const isLast = round.at + 1 >= round.list.length;
    setRound(isLast ? null : { ...round, at: round.at + 1 });
    if (isLast) title.current?.focus();
  }

  return (
    <section className="own-part review-today" aria-labelledby="review-today">
      <h2 id="review-today" tabIndex={-1} ref={title}>
        {words.today.title}
      </h2>
      {round && question ? (
        <Card
          key={question.id}
          {...{ locale, words, quizWords, review, question }}
          place={fill(words.card.place, { n: round.at + 1, total: round.list.length })}
          comesBack={sayBack(question.id, props)}
          onNext={next}
        />
      ) : (
        <Before
          today={today}
          day={planHere(review.log, waiting).interviewOn}
          locale={locale}
          words={words}
          onBegin={() => setRound({ list: today.list, at: 0 })}
          onMore={() => setMore(Math.max(0, today.done + TEN - planHere(review.log, waiting).dailyLength))}
        />
      )}
    </section>
  );
}

interface BeforeProps {
  today: Today;
  day: string | null;
  locale: Locale;
  words: ReviewWords;
  onBegin: () => void;
  onMore: () => void;
}

/** Before and after a round: what there is to do, in numbers. */
function Before({ today, day, locale, words, onBegin, onMore }: BeforeProps) {
  const { list, due, done, interview } = today;
  if (interview === 'today') return <p data-review="interview">{words.interview.today}</p>;
  if (interview === 'over') {
    return <p data-review="over">{fill(words.interview.over, { day: sayDay(`${day}T00:00`, locale) })}</p>;
  }
  const left = list.length > 0;
  const said = left
    ? [fill(words.today.count, { count: list.length }), fill(words.today.due, { count: due })]
    : [
        done > 0 ? words.today.doneAll : words.today.nothing,
        ...(due > 0 ? [fill(words.today.dueLeft, { count: due })] : []),
      ];
  return (
    <>
      <p data-review={left ? 'ahead' : 'done'}>
        {[...said, ...(done > 0 ? [fill(words.today.done, { count: done })] : [])].join(words.sentenceGap)}
      </p>
      <p className="own-acts">
        {left ? (
          <button type="button" className="btn primary" onClick={onBegin}>
            {words.today.begin}
          </button>
        ) : (
          <button type="button" className="btn" onClick={onMore}>
            {words.today.more}
          </button>
        )}
      </p>
    </>
  );
}

interface RoundCardProps extends Omit<Props, 'waiting'> {
  question: ReviewQuestion;
  place: string;
  comesBack: string | null;
  onNext: () => void;
}

function Card({ question, review, ...rest }: RoundCardProps) {
  const { locale } = rest;
  const picture = usePicture(question, review, locale);
  const shared = { ...rest, picture, href: `/${locale}/chapters/${question.chapter}#${question.section}` };
  if (question.kind === 'open') {
    const held = review.taken?.keys.find(({ id, revision }) => id === question.id && revision === question.revision);
    return <OpenCard {...shared} question={question} held={held ?? null} />;
  }
  const told = review.taken?.told.find(
    ({ result, revision }) => result.questionId === question.id && revision === question.revision,
  );
  return <GradedCard {...shared} question={question} told={told ?? null} />;
}

/** The picture as HTML; null for a question without one, and while it is on its way. */
function usePicture(question: ReviewQuestion, { taken }: Review, locale: Locale): CardProps['picture'] {
  const has = 'figure' in question && question.figure !== undefined;
  const held = taken?.pictures[question.id];
  const [picture, setPicture] = useState<CardProps['picture']>(has && held ? held : null);
  useEffect(() => {
    if (!has || held) return;
    let gone = false;
    void fetchPicture(question.id, locale).then((found) => gone || setPicture(found ?? undefined));
    return () => {
      gone = true;
    };
  }, [has, held, question.id, locale]);
  return picture;
}

/** When a question comes back, in words; null before the server has said anything of it. */
function sayBack(questionId: string, { review, waiting, locale, words }: Props): string | null {
  const at = backMs(questionId, review.log, waiting);
  if (at === undefined) return null;
  return at === null ? words.card.notBefore : fill(words.card.back, { day: sayDay(at, locale) });
}
