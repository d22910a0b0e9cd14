import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const resultLine = z.object({
  key: z.string(),
  status: z.enum(['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'Pending']),
});
const planFile = z.object({ mutants: z.number(), seed: z.string(), sample: z.array(z.string()) });

type Result = z.infer<typeof resultLine>;

/** What a run has found, or has found so far. */
export interface Report {
  /** How many mutants there are in all, and how many were chosen. */
  readonly mutants: number;
  readonly sample: number;
  readonly seed: string;
  readonly tested: number;
  readonly killed: number;
  readonly survivors: readonly string[];
}

/** A mutant that ran into the time limit is found as well; one that cannot even be loaded shows nothing. */
export function readReport(folder: string): Report {
  const file = path.join(folder, 'results.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  // Stryker may tell of a mutant twice; a later run of the survivors has the last word.
  const byKey = new Map<string, Result>();
  for (const line of lines) {
    const result = resultLine.parse(JSON.parse(line));
    byKey.set(result.key, result);
  }
  const plan = planFile.parse(JSON.parse(readFileSync(path.join(folder, 'plan.json'), 'utf8')));
  const sample = new Set(plan.sample);
  const results = [...byKey.values()].filter(({ key }) => sample.has(key));
  const of = (...wanted: Result['status'][]) => results.filter(({ status }) => wanted.includes(status));
  const survivors = of('Survived', 'NoCoverage').map(({ key }) => key);
  const killed = of('Killed', 'Timeout').length;
  return { ...plan, sample: sample.size, tested: killed + survivors.length, killed, survivors: survivors.sort() };
}

export function printReport({ mutants, sample, seed, tested, killed, survivors }: Report): string {
  const share = ((100 * killed) / Math.max(1, tested)).toFixed(1);
  return [
    ...survivors.map((key) => `survived ${key}`),
    `${mutants} mutants of engine/tcp, ${sample} chosen by seed ${seed}, ${tested} tested, ${killed} killed: ${share} %`,
  ].join('\n');
}
