'use client';

import type { Counterexample as Found } from '@/engine/explorer/explore';
import type { Ask } from '@/engine/explorer/question';
import { printLabScript } from '@/engine/formats/lab/print-lab-script';
import type { Locale } from '@/model/attempt';
import { writeLabLink } from '@/model/lab-link';
import { SimulatorFigure } from '../simulator/simulator-figure';
import type { SimulatorWords } from '../simulator/words/speech';
import { counterexampleFigure } from './counterexample-figure';

interface Props {
  readonly ask: Ask;
  readonly found: Found;
  /** The script of it, as an address of the lab has it. */
  readonly labAddress: string;
  readonly number: string;
  readonly locale: Locale;
  readonly words: SimulatorWords;
}

/** Where the lab opens a counterexample, under the title that it has here. */
export function labAddressOf({ scenario }: Found, words: SimulatorWords): Promise<string> {
  return writeLabLink({ script: printLabScript(scenario, words.figures[scenario.name]?.title ?? null) });
}

/** The smallest counterexample, played like any other figure; it can be shared as a script of the lab. */
export function Counterexample({ ask, found, labAddress, number, locale, words }: Props) {
  return (
    <SimulatorFigure
      name={found.scenario.name}
      figure={counterexampleFigure(ask, found)}
      chapter={null}
      isMade
      {...{ labAddress, number, locale, words }}
    />
  );
}
