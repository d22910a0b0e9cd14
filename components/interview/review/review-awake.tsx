'use client';

import { useEffect, useState } from 'react';
import { fill } from '@/components/client/fill';
import type { QuizWords } from '@/components/quiz/words';
import type { Locale } from '@/model/attempt';
import type { Review } from './load-review';
import { PlanForm } from './plan-form';
import { ReviewRound } from './review-round';
import { sayMoment } from './say-day';
import { TakePart } from './take-part';
import { planHere } from './todays-list';
import { useReview } from './use-review';
import type { ReviewWords } from './words';

export interface ReviewProps {
  locale: Locale;
  words: ReviewWords;
  quizWords: QuizWords;
}

/** The page brought alive: today's list, the plan, and what is taken along. */
export function ReviewAwake({ locale, words, quizWords }: ReviewProps) {
  const { review, waiting, reload, setTaken } = useReview(locale);
  if (review === 'loading') return <GreyLines label={words.loading} />;
  if (review === 'lost') {
    return (
      <div className="failure" role="alert">
        <p>{words.lost.text}</p>
        <button type="button" className="btn small" onClick={() => void reload()}>
          {words.lost.again}
        </button>
      </div>
    );
  }
  return (
    <>
      <OfflineNote review={review} locale={locale} words={words} />
      <ReviewRound {...{ locale, words, quizWords, review, waiting }} />
      <PlanForm plan={planHere(review.log, waiting)} words={words.plan} />
      <TakePart locale={locale} taken={review.taken} words={words} onTaken={setTaken} />
      <Keys words={words.keys} />
    </>
  );
}

/** What the page works with when the server is away, and of when it is. */
function OfflineNote({ review, locale, words }: { review: Review; locale: Locale; words: ReviewWords }) {
  const [keptAt, setKeptAt] = useState<string>();
  useEffect(() => setKeptAt(document.documentElement.dataset.kept), []);
  if (review.fresh || !review.taken) return null;
  return (
    <p className="offline-note" role="status" data-offline>
      {fill(words.offline.text, { taken: sayMoment(review.taken.takenAt, locale) })}
      {keptAt ? words.sentenceGap + fill(words.offline.page, { kept: sayMoment(keptAt, locale) }) : null}
    </p>
  );
}

function Keys({ words }: { words: ReviewWords['keys'] }) {
  return (
    <details className="review-keys">
      <summary>{words.title}</summary>
      <dl>
        <dt>
          <kbd>A</kbd> … <kbd>F</kbd>
        </dt>
        <dd>{words.options}</dd>
        <dt>
          <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd>
        </dt>
        <dd>{words.confidence}</dd>
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>{words.next}</dd>
      </dl>
    </details>
  );
}

/** Three lines in the shape of what comes. */
function GreyLines({ label }: { label: string }) {
  return (
    <div className="grey-lines review-wait" role="status">
      <span className="vh">{label}</span>
      <span className="grey-line" />
      <span className="grey-line" />
      <span className="grey-line" />
    </div>
  );
}
