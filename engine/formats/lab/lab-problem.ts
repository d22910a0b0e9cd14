/** What can be wrong with a line; content/<language>/words/lab.json says each in words. */
export const LAB_PROBLEMS = [
  'unknownWord',
  'unknownWordMeant',
  'usage',
  'time',
  'timeNotHere',
  'number',
  'outsideHost',
  'unknownHost',
  'sameHost',
  'unknownSocket',
  'hostTwice',
  'socketTwice',
  'hostCount',
  'openQuote',
  'ascii',
  'acceptWithoutListen',
  'acceptTwice',
  'acceptedElsewhere',
  'childConnects',
  'tooMany',
  'tooLong',
  'tooMuchHappens',
] as const;

export type LabProblemKey = (typeof LAB_PROBLEMS)[number];

/** One thing that is wrong with a script: in which line (from 1), what, and what to write instead. */
export interface LabProblem {
  readonly line: number;
  readonly key: LabProblemKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Thrown by whatever reads a part of a line, and caught where the line is read: one problem a line. */
export class LabError extends Error {
  constructor(
    readonly key: LabProblemKey,
    readonly values: LabProblem['values'] = {},
  ) {
    super(key);
  }
}
