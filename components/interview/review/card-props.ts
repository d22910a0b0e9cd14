import type { QuizWords } from '@/components/quiz/words';
import type { Locale } from '@/model/attempt';
import type { ReviewWords } from './words';

/** What a card of either sort is given. */
export interface CardProps {
  readonly locale: Locale;
  readonly words: ReviewWords;
  readonly quizWords: QuizWords;
  /** "3 of 10". */
  readonly place: string;
  /** Its picture as HTML; null where it has none or it is on its way, undefined where it cannot be had. */
  readonly picture: string | null | undefined;
  /** When the question comes back, in words; null as long as that is not known. */
  readonly comesBack: string | null;
  /** Where to read it up. */
  readonly href: string;
  readonly onNext: () => void;
}
