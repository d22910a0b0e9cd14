interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Mutant {
  readonly fileName: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly mutatorName: string;
  readonly replacement?: string | undefined;
}

/** Names a mutant by what it does and where, so that another run knows it again. `root` is the project; the file may be relative to it. */
export function mutantKey(mutant: Mutant, root: string): string;

/** The sample is those whose hash with the seed is least: adding or removing a mutant leaves the choice of the others alone. */
export function sampleOf(keys: readonly string[], size: number, seed: string): string[];
