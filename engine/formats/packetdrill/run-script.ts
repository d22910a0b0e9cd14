import { parseScript } from './parse/parse-script';
import { Player } from './player';
import { Mismatch, Unsupported } from './problem';
import { STACKS, type StackName } from './stacks';

export type Verdict =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed' | 'skipped'; readonly line: number; readonly reason: string };

/** Plays a packetdrill script against a host of the given stack. `readFile` gives the files that it runs, by their path from the script. */
export function runScript(text: string, stack: StackName, readFile: (path: string) => string | null): Verdict {
  try {
    const script = parseScript(text, new Set(STACKS[stack].defines));
    new Player(script, STACKS[stack], readFile).play();
    return { outcome: 'passed' };
  } catch (error) {
    if (error instanceof Unsupported) return { outcome: 'skipped', line: error.line, reason: error.message };
    if (error instanceof Mismatch) return { outcome: 'failed', line: error.line, reason: error.message };
    throw error;
  }
}
