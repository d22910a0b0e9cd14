'use client';

import type { Locale } from '@/model/attempt';
import type { Figure } from '@/model/figure';
import { SimulatorFigure } from '../simulator/simulator-figure';
import type { SimulatorWords } from '../simulator/words/speech';

export interface PlayedRunProps {
  readonly figure: Figure;
  readonly locale: Locale;
  readonly words: SimulatorWords;
}

/** The run that a question was about, played like any other figure. */
export function PlayedRun({ figure, locale, words }: PlayedRunProps) {
  return (
    <SimulatorFigure
      name={figure.scenario.name}
      number="1"
      figure={figure}
      chapter={null}
      isMade
      {...{ locale, words }}
    />
  );
}
