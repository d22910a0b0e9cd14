'use client';

import { printLabScript } from '@/engine/formats/lab/print-lab-script';
import type { Locale } from '@/model/attempt';
import type { Figure } from '@/model/figure';
import { type LabSource, openLabLink, writeLabLink } from '@/model/lab-link';
import type { Linked } from '../simulator/player-props';
import { openAddress } from '../simulator/share/open-address';
import { SimulatorFigure } from '../simulator/simulator-figure';
import type { SimulatorWords } from '../simulator/words/speech';
import { readScript } from './read-script';

// All that the lab needs once there is something to read or to open. It comes as one piece, on the first need.

export { openLabLink, printLabScript, readScript };

/** A run to be shown: a figure, its address, and what a link has said of it. */
export interface Shown {
  readonly figure: Figure;
  /** What the script calls it. */
  readonly title: string | null;
  /** The scenario of the gallery that it is. */
  readonly start: string | null;
  readonly labAddress: string;
  readonly linked: Linked | null;
}

interface From {
  readonly source: LabSource;
  /** What a shared address says of the run, as a link to any figure would. */
  readonly run: string | null;
  readonly locale: Locale;
}

export async function shownOf(figure: Figure, title: string | null, { source, run, locale }: From): Promise<Shown> {
  const labAddress = await writeLabLink(source);
  const linked = run === null ? null : await openAddress(run, { figure, name: 'lab', locale, notes: 'labNote' });
  return { figure, title, start: 'from' in source ? source.from : null, labAddress, linked };
}

interface Props {
  readonly shown: Shown;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly locale: Locale;
  readonly words: SimulatorWords;
}

/** The run of a script in the simulator of the book. */
export function LabRun({ shown, number, title, description, locale, words }: Props) {
  const { figure, labAddress, linked } = shown;
  return (
    <SimulatorFigure
      name="lab"
      chapter={null}
      isMade
      words={{ ...words, figures: { lab: { title, description } } }}
      linked={linked ?? undefined}
      {...{ figure, number, locale, labAddress }}
    />
  );
}
