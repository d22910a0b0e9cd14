import 'server-only';
import type { Scenario } from '@/engine/simulation/scenario';
import type { Topic } from '@/model/question';
import type { QuestionFile } from '@/server/grading/question-file';
import type { Chance } from './chance';

/** A sentence in both languages. One without the other does not compile. */
export interface Both {
  readonly en: string;
  readonly zh: string;
}

export function both(en: string, zh: string): Both {
  return { en, zh };
}

/** What is shown under the prompt as it would stand on a screen; the same in both languages. */
export interface Exhibit {
  readonly type: 'trace' | 'terminal';
  readonly text: string;
}

/** One thing to choose. The one whose `value` is the answer is right; each other stands for a misconception. */
export interface Choice {
  readonly value: string;
  readonly text: Both;
  /** Said where it is wrong. */
  readonly wrong: Both;
  readonly misconception: number;
}

/** A wrong number that somebody with this misconception would give. */
export interface Slip {
  readonly value: number;
  readonly feedback: Both;
  readonly misconception: number;
}

/** Something to put into its place. */
export interface Piece {
  readonly value: string;
  readonly text: Both;
  readonly feedback: Both;
}

/** Put the wrong way round, `earlier` before `later`, these two stand for a misconception. */
export interface Swap {
  readonly earlier: string;
  readonly later: string;
  readonly feedback: Both;
  readonly misconception: number;
}

/** How it is answered. The answer is what the engine computed. */
export type Form =
  | { readonly form: 'one'; readonly choices: readonly Choice[]; readonly answer: string; readonly because: Both }
  | {
      readonly form: 'number';
      readonly unit: string;
      readonly answer: number;
      readonly tolerance: number;
      readonly slips: readonly Slip[];
      readonly otherwise: Both;
    }
  /** The pieces in their right order. */
  | { readonly form: 'order'; readonly pieces: readonly Piece[]; readonly swaps: readonly Swap[] };

/** What one seed makes of a kind. */
export type Made = Form & {
  readonly prompt: Both;
  readonly exhibit?: Exhibit;
  readonly explanation: Both;
  /** The run that the item is about, and the moment (from its origin) at which to open it. */
  readonly play?: { readonly scenario: Scenario; readonly atMs: number };
};

/** A sort of question with fresh numbers each time. */
export interface Kind extends Pick<QuestionFile, 'chapter' | 'section' | 'depth' | 'skill' | 'sources'> {
  readonly id: string;
  /** Raised with any change of what a seed makes: an item of an older one is not graded any more. */
  readonly revision: number;
  readonly topic: Topic;
  readonly title: Both;
  /** Pure: the same draws, the same item. */
  readonly make: (chance: Chance) => Made;
}
