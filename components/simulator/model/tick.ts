/** A tick on the scrubber: one step of the run, where its moment lies in the picture. */
export interface Tick {
  readonly key: number;
  /** Parts of a hundred from the first moment to the last. */
  readonly at: number;
  readonly isPast: boolean;
  readonly isLoss: boolean;
}
