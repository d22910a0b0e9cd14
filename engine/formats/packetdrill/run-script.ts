import { parseScript } from './parse/parse-script';
import { Player } from './player';
import { STACKS, type StackName } from './stacks';
import { type Verdict, verdictOf } from './verdict';

/** Plays a packetdrill script against a host of the given stack. `readFile` gives the files that it runs, by their path from the script. */
export function runScript(text: string, stack: StackName, readFile: (path: string) => string | null): Verdict {
  return verdictOf(() => {
    const script = parseScript(text, new Set(STACKS[stack].defines));
    new Player(script, STACKS[stack], readFile).play();
  });
}
