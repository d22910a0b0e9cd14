/** The script asks for something that the engine does not model: it is skipped. */
export class Unsupported extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** What happened is not what the script says, or the script says nothing that can be understood: it fails. */
export class Mismatch extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}
