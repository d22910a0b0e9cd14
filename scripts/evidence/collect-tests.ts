import { runCommand } from './run-command';

/** How many branches of the engine its own tests take. */
export function collectCoverage() {
  return readCoverageLine(runCommand('npm', ['run', '--silent', 'coverage']));
}

/** From the last line that `npm run coverage` prints. */
export function readCoverageLine(printed: string): { taken: number; total: number } {
  const [, taken, total] = /^(\d+) of (\d+) branches of the engine taken:/m.exec(printed) ?? [];
  if (taken === undefined || total === undefined) throw new Error(`coverage said nothing of branches:\n${printed}`);
  return { taken: Number(taken), total: Number(total) };
}

/** What the last run of `npm run mutate` found. */
export function collectMutation() {
  return readMutationLine(runCommand('npm', ['run', '--silent', 'mutate', '--', '--report']));
}

/** From the last line that it prints. Throws where the run is not complete. */
export function readMutationLine(printed: string): { mutants: number; seed: string; tested: number; killed: number } {
  const form = /^(\d+) mutants of engine\/tcp, (\d+) chosen by seed (\S+), (\d+) tested, (\d+) killed:/m;
  const [, mutants, sample, seed = '', tested, killed] = form.exec(printed) ?? [];
  if (killed === undefined) throw new Error(`mutate said nothing of mutants:\n${printed}`);
  // A few mutants cannot even be loaded and show nothing.
  if (Number(tested) < 0.95 * Number(sample))
    throw new Error(`only ${tested} of ${sample} mutants were tested: let the run end`);
  return { mutants: Number(mutants), seed, tested: Number(tested), killed: Number(killed) };
}
