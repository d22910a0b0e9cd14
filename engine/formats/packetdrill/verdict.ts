import { Mismatch, Unsupported } from './problem';

/** What came of a script: the line is that of the first event that did not go as it says, or that asks for what is not modelled. */
export type Verdict =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed' | 'skipped'; readonly line: number; readonly reason: string };

export function verdictOf(play: () => void): Verdict {
  try {
    play();
    return { outcome: 'passed' };
  } catch (error) {
    if (error instanceof Unsupported) return { outcome: 'skipped', line: error.line, reason: error.message };
    if (error instanceof Mismatch) return { outcome: 'failed', line: error.line, reason: error.message };
    throw error;
  }
}
