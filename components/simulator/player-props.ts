import type { ReactNode } from 'react';
import type { Settings } from '@/engine/simulation/settings';
import type { Locale } from '@/model/attempt';
import type { Figure } from '@/model/figure';
import type { Shareable } from './player/shareable';
import type { Prediction } from './prediction';
import type { Variant } from './variant';
import type { SimulatorWords } from './words/speech';

export interface IslandProps {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly figure: Figure;
  readonly locale: Locale;
  readonly words: SimulatorWords;
  readonly chapter: string | null;
  readonly variant: Variant;
  readonly isLow: boolean;
  /** What stands behind the '#' of the page's address is about this figure. */
  readonly opensAddress: boolean;
  /** Made on the spot: no place of the book, so it is not remembered that it was played. */
  readonly isMade?: boolean;
  /** Where a run that was made on the spot is found again: the first part of what stands behind the '#' of the lab's address. */
  readonly labAddress?: string;
  /** What an address has said of the figure, where somebody else has read it. */
  readonly linked?: Linked;
}

/** What the address of the page says of the figure. */
export interface Linked {
  /** Absent: the link could not be read, and the figure opens as the book has it. */
  readonly opened?: Shareable;
  /** What a reader is told of the link, under the settings of the run as it stands. */
  readonly note: (settings: Settings) => ReactNode;
}

/** `meant`: the act of a button that was pressed while the player was on its way. */
export type PlayerProps = Omit<IslandProps, 'linked'> & {
  readonly root: HTMLElement;
  readonly meant: string | null;
  readonly linked: Linked | null;
  readonly prediction?: Prediction;
};
