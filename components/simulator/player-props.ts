import type { Locale } from '@/model/attempt';
import type { Figure } from '@/model/figure';
import type { Shareable } from './player/shareable';
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
}

/**
 * `meant`: the act of a button that was pressed while the player was on its way. `opened`: how somebody shared it; absent:
 * as the book has it.
 */
export type PlayerProps = IslandProps & {
  readonly root: HTMLElement;
  readonly meant: string | null;
  readonly opened?: Shareable;
};
