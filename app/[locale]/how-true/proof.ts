import type { ReactNode } from 'react';

/** One thing that the engine is held against, and how it did. */
export interface Proof {
  /** Anchor on the page, and where its words are in truth.json. */
  readonly id: string;
  /** Its figure: so many, of so many or of no fixed number. */
  readonly done: number;
  readonly of: number | null;
  /** What is filled into its words. */
  readonly values: Readonly<Record<string, number | string>>;
  /** When it was last run, and on which version of the engine. */
  readonly run: { readonly on: string; readonly engine: string };
  /** The command by which anyone can see the same, and what it prints. */
  readonly listing: readonly string[];
  readonly body: ReactNode;
}
