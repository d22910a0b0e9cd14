import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FigureRun, figureRun } from '@/components/simulator/model/figure-run';
import { FIGURES, speechOf } from '@/components/simulator/testing/figures';
import { describeRun } from '@/components/simulator/words/describe-run';
import { formatMoment } from '@/components/simulator/words/durations';
import type { Settings } from '@/engine/simulation/settings';
import type { Figure } from '@/model/figure';
import { firstDifference } from './first-difference';

interface Predicted {
  readonly id: string;
  readonly figure: { readonly scenario: string; readonly atMs: number };
  readonly options: readonly { readonly id: string; readonly belief?: { scenario?: string; settings?: Settings } }[];
}

const folder = join(import.meta.dirname, '../../content/questions');
const asked = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name): Predicted => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  .filter(({ options }) => options?.some(({ belief }) => belief));

function figureOf(name: string): Figure {
  const figure = FIGURES.get(name);
  if (!figure) throw new Error(`there is no figure "${name}"`);
  return figure;
}

describe('what a figure asks', () => {
  it('is asked in more than one chapter', () => {
    expect(asked.length).toBeGreaterThan(3);
  });

  it.each(asked)(
    '$id: what was expected parts from what happens, and not before the one or the other does',
    (question) => {
      const { scenario } = question.figure;
      const speech = speechOf('en', scenario);
      const happens = figureRun(figureOf(scenario), {}, speech);
      for (const { belief } of question.options) {
        if (!belief) continue;
        const expected = figureRun(figureOf(belief.scenario ?? scenario), belief.settings ?? {}, speech);
        const parts = [firstDifference(happens, expected), firstDifference(expected, happens)];
        expect(parts.some((row) => row !== null)).toBe(true);
        expect(firstDifference(happens, happens)).toBeNull();
        const from = Math.min(...parts.map((row) => row?.atMs ?? Number.POSITIVE_INFINITY));
        expect(earlier(happens, from)).toEqual(earlier(expected, from));
      }
    },
  );

  it.each(asked)('$id: a held figure is described no further than it goes', ({ figure: { scenario, atMs } }) => {
    const speech = speechOf('zh', scenario);
    const whole = figureRun(figureOf(scenario), {}, speech);
    const said = describeRun(figureRun(figureOf(scenario), {}, speech, atMs), speech);
    const moment = (ms: number) => `${formatMoment(ms - whole.originMs, whole.shortestFlightMs)} s`;
    const [shown, later] = [true, false].map((is) =>
      whole.rows.filter((row) => row.atMs <= whole.originMs + atMs === is).map((row) => moment(row.atMs)),
    );
    for (const each of shown ?? []) expect(said).toContain(each);
    for (const each of later ?? []) expect(said).not.toContain(each);
    expect(later?.length).toBeGreaterThan(0);
  });
});

/** What happened before a moment: when, where, and the state after it. */
function earlier({ rows }: FigureRun, ms: number) {
  return rows.filter((row) => row.atMs < ms).map(({ atMs, lane, stateAfter }) => [atMs, lane, stateAfter]);
}
