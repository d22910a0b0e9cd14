import type { QuizWords } from '@/components/quiz/words';
import type { IslandProps } from '@/components/simulator/player-props';
import type { PublicQuestion } from '@/model/question';
import type { PredictWords } from './words';

/** The public half of a question that a figure asks. */
export type PredictQuestion = Extract<PublicQuestion, { kind: 'predict' }>;

export interface CardWords {
  readonly quiz: QuizWords;
  readonly predict: PredictWords;
}

/** What a figure that asks is given, besides what every figure is. */
export interface PredictIslandProps extends IslandProps {
  readonly question: PredictQuestion;
  readonly cardWords: CardWords;
}
