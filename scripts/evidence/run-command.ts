import { spawnSync } from 'node:child_process';

/** What a command printed, whatever its exit code. Throws where it could not be started. */
export function runCommand(program: string, args: readonly string[]): string {
  const { stdout, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw new Error(`${program} ${args.join(' ')}: ${error.message}`);
  return stdout;
}
