import { useId } from 'react';
import type { Locale } from '@/model/attempt';
import type { Figure } from '@/model/figure';
import { TimeDiagram } from './draw/time-diagram';
import { figureRun } from './model/figure-run';
import { PHONE_WIDTH } from './scene/dimensions';
import { layOut } from './scene/lay-out';
import { createSpeech, type SimulatorWords } from './words/speech';

interface Props {
  /** Name of the scenario. */
  readonly name: string;
  readonly figure: Figure;
  readonly locale: Locale;
  readonly words: SimulatorWords;
}

/** The picture of a whole run, all of it inked, for a narrow column of paper: nothing around it and nothing that wakes. */
export function PrintedFigure({ name, figure, locale, words }: Props) {
  const id = useId();
  const speech = createSpeech(locale, words, name);
  const { timeline, sceneWords, endMs } = figureRun(figure, {}, speech);
  return (
    <TimeDiagram
      layout={layOut(timeline, 'phone', PHONE_WIDTH, sceneWords)}
      ms={endMs}
      words={sceneWords}
      id={id}
      title={speech.plain('figure.title')}
      description={speech.plain('figure.description')}
      endsMs={endMs}
    />
  );
}
