'use client';

import type { Counterexample as Found } from '@/engine/explorer/explore';
import type { Ask } from '@/engine/explorer/question';
import type { Locale } from '@/model/attempt';
import { SimulatorFigure } from '../simulator/simulator-figure';
import type { SimulatorWords } from '../simulator/words/speech';
import { counterexampleFigure } from './counterexample-figure';

interface Props {
  readonly ask: Ask;
  readonly found: Found;
  readonly number: string;
  readonly locale: Locale;
  readonly words: SimulatorWords;
}

/** The smallest counterexample, played like any other figure. */
export function Counterexample({ ask, found, number, locale, words }: Props) {
  return (
    <SimulatorFigure
      name={found.scenario.name}
      figure={counterexampleFigure(ask, found)}
      chapter={null}
      isMade
      {...{ number, locale, words }}
    />
  );
}
