import { type Messages, readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import { QUIZ_WORDS } from '@/components/quiz/words';
import type { Locale } from '@/model/attempt';
import { ReviewIsland } from './review-island';
import { REVIEW_WORDS } from './words';

interface Props {
  locale: Locale;
  /** The namespaces `review` and `quiz`. */
  words: Messages;
  quizWords: Messages;
}

/** Spaced review. Without script it says only what it needs one for. */
export function ReviewPage({ locale, words, quizWords }: Props) {
  const gap = { sentenceGap: sentenceGap(locale) };
  const picked = { ...readWords(REVIEW_WORDS, words, 'review'), ...gap };
  return (
    <>
      <noscript>
        <p className="empty">{picked.noScript}</p>
      </noscript>
      <ReviewIsland
        locale={locale}
        words={picked}
        quizWords={{ ...readWords(QUIZ_WORDS, quizWords, 'quiz'), ...gap }}
      />
    </>
  );
}
