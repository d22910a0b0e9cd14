import { type Messages, readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import { QUIZ_WORDS } from '@/components/quiz/words';
import type { IslandProps } from '@/components/simulator/player-props';
import { SimulatorFigure, type SimulatorFigureProps } from '@/components/simulator/simulator-figure';
import { PredictIsland } from './predict-island';
import type { PredictQuestion } from './question';
import { StaticCard } from './static-card';
import { PREDICT_WORDS } from './words';

interface Props extends Omit<SimulatorFigureProps, 'hold' | 'variant' | 'opensAddress' | 'isMade'> {
  readonly question: PredictQuestion;
  /** The namespaces `quiz` and `predict`. */
  readonly quizWords: Messages;
  readonly predictWords: Messages;
}

/**
 * A figure of a chapter that stops at a moment and asks what comes next. Nothing that is drawn or told of it goes further,
 * here on the server too, until the question is answered or skipped.
 */
export function PredictedFigure({ question, quizWords, predictWords, ...figure }: Props) {
  const { locale } = figure;
  const words = {
    quiz: { ...readWords(QUIZ_WORDS, quizWords, 'quiz'), sentenceGap: sentenceGap(locale) },
    predict: readWords(PREDICT_WORDS, predictWords, 'predict'),
  };
  const Island = (props: IslandProps & { readonly children: React.ReactNode }) => (
    <PredictIsland {...props} question={question} cardWords={words} />
  );
  const card = <StaticCard question={question} words={words} wholeAt={`/${locale}/play/${figure.name}`} />;
  return <SimulatorFigure {...figure} hold={{ atMs: question.figure.atMs, card, Island }} />;
}
