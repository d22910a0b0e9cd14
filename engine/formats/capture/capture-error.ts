/** What kind of trouble a file is. */
export type CaptureProblem =
  | 'empty'
  | 'not-a-capture'
  | 'compressed'
  | 'too-large'
  | 'too-many-packets'
  | 'truncated'
  | 'broken'
  | 'unsupported';

/** The one error that reading a capture throws: what is wrong, at which octet of the file, and what can be done about it. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';

  constructor(
    readonly problem: CaptureProblem,
    /** Octets before the place, so 0 is the first. */
    readonly atByte: number,
    readonly what: string,
    readonly advice: string,
  ) {
    super(`${what} (at byte ${atByte}). ${advice}`);
  }
}
