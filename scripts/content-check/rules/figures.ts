import path from 'node:path';
import { type Figure, figure } from '@/model/figure';
import type { Book } from '../book';
import { error, type Problem } from '../problem';

/** The figures that have the right shape, by name, and what is wrong with the others. */
export function readFigures({ scenarios }: Book): { figures: ReadonlyMap<string, Figure>; problems: Problem[] } {
  const figures = new Map<string, Figure>();
  const problems: Problem[] = [];
  for (const file of scenarios.values()) {
    const name = path.basename(file.file, '.json');
    const parsed = figure.safeParse(file.value);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const at = issue.path as (string | number)[];
        problems.push(error('figure', file.file, file.lineOf(at), `${at.join('.') || 'figure'}: ${issue.message}`));
      }
      continue;
    }
    if (parsed.data.scenario.name !== name) {
      const message = `the scenario is called "${parsed.data.scenario.name}", the file "${name}"`;
      problems.push(error('figure', file.file, file.lineOf(['scenario', 'name']), message));
    }
    figures.set(name, parsed.data);
  }
  return { figures, problems };
}
