import { readdirSync } from 'node:fs';
import { runCommand } from './run-command';

const FOLDER = 'fixtures/kernel-traces';

/** Replays every recording of a real kernel: how many there are, and which differ, where first. */
export function collectTraces() {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  return readReplay(
    runCommand('npm', ['run', '--silent', 'replay', '--', ...files.map((file) => `${FOLDER}/${file}`)]),
  );
}

/** From the lines that `npm run replay` prints. Throws where they are not `ok …`, `differs …: …` and the sum of both. */
export function readReplay(printed: string) {
  const lines = printed.trimEnd().split('\n');
  const sum = /^(\d+) passed, (\d+) failed$/.exec(lines.pop() ?? '');
  const matching = lines.filter((line) => line.startsWith('ok '));
  const differing = lines.flatMap((line) => {
    const [, name, difference] = /^differs ([^:]+): (.+)$/.exec(line) ?? [];
    return name !== undefined && difference !== undefined ? [{ name, difference }] : [];
  });
  const isWhole = Number(sum?.[1]) === matching.length && Number(sum?.[2]) === differing.length;
  if (!isWhole || matching.length + differing.length !== lines.length) {
    throw new Error(`replay printed something else than its lines and their sum:\n${printed}`);
  }
  return { total: lines.length, differing };
}
