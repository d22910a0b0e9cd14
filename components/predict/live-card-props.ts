import type { Speech } from '@/components/simulator/words/speech';
import type { Figure } from '@/model/figure';
import type { CardWords, PredictQuestion } from './question';
import type { LivePrediction } from './use-prediction';

export interface LiveCardProps {
  readonly question: PredictQuestion;
  readonly words: CardWords;
  readonly live: LivePrediction;
  readonly figure: Figure;
  readonly speech: Speech;
  /** The figure around it. */
  readonly root: HTMLElement;
}
