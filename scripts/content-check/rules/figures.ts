import path from 'node:path';
import { type Figure, figure } from '@/model/figure';
import { type Book, LOCALES } from '../book';
import type { JsonFile, JsonPath } from '../json-file';
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

/** What a figure shows in words is there in both languages: title, description, each verdict, each segment that can be lost. */
export function checkFigureWords({ words }: Book, figures: ReadonlyMap<string, Figure>): Problem[] {
  return LOCALES.flatMap((locale) => {
    const file = words[locale].get(`content/${locale}/words/figures.json`);
    if (!file) return [];
    return [...figures].flatMap(([name, { verdicts, knobs }]) => {
      const faults = knobs.flatMap((knob) => (knob.knob === 'faults' ? knob.choices.map(({ id }) => id) : []));
      const wanted: JsonPath[] = [
        [name, 'title'],
        [name, 'description'],
        ...verdicts.map(({ id }) => [name, 'verdicts', id, 'says']),
        ...faults.map((id) => [name, 'faults', id]),
      ];
      return wanted
        .filter((at) => typeof valueAt(file, at) !== 'string')
        .map((at) =>
          error('figure', file.file, file.lineOf(at), `"${at.join('.')}" is not there, and the figure shows it`),
        );
    });
  });
}

function valueAt(file: JsonFile, at: JsonPath): unknown {
  return at.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    file.value,
  );
}
