import { describe, expect, it } from 'vitest';
import type { Settings } from '@/engine/simulation/settings';
import { FIGURES, settingsOf, speechOf } from '../testing/figures';
import { diffText } from '../words/deed-text';
import { changesOf, unedited } from './changes';
import { compareRuns } from './compare-runs';
import { figureRun } from './figure-run';
import { delaySegment, toggleLoss } from './lose-segment';

function changed(name: string, settings: Settings) {
  const figure = FIGURES.get(name) ?? expect.fail();
  const speech = speechOf('en', name);
  const base = figureRun(figure, unedited(settings), speech);
  return changesOf(figure, figureRun(figure, settings, speech), base);
}

/** What is marked in picture and table, as a reader sees it. */
function told(name: string, settings: Settings): string[] {
  const { diff, rows, base } = changed(name, settings);
  if (!diff || !rows) return [];
  const own = figureRun(FIGURES.get(name) ?? expect.fail(), settings, speechOf('en', name)).timeline;
  return [
    ...[...diff.segments].map(([id, how]) => `${how} ${own.segments[id]?.flags} at ${own.segments[id]?.sentMs}`),
    ...diff.gone.map((segment) => `was ${segment.flags} at ${segment.sentMs}`),
    ...rows.filter(({ how }) => how !== 'same').map(({ how, row }) => `row ${how} at ${row.atMs}`),
    diffText(diff, speechOf('en', name)),
    base.timeline.scenario.name,
  ];
}

describe('two runs compared', () => {
  it('say what a lost ACK brings about', () => {
    const figure = FIGURES.get('four-way-close') ?? expect.fail();
    const { timeline } = figureRun(figure, {}, speechOf('en', 'four-way-close'));
    const last = timeline.segments.at(-1) ?? expect.fail();
    expect(told('four-way-close', { faults: toggleLoss(last, timeline) })).toMatchInlineSnapshot(`
      [
        "changed ACK at 1200",
        "new FIN, ACK at 2150",
        "new ACK at 2200",
        "was ACK at 1200",
        "row gone at 1250",
        "row new at 2150",
        "row new at 2200",
        "row new at 2250",
        "row moved at 242200",
        "Compared with the run before your changes: 2 segments are new, 1 segment goes otherwise, 2 stretches in a state differ.",
        "four-way-close",
      ]
    `);
  });

  it('say what a late FIN brings about', () => {
    const figure = FIGURES.get('three-segments') ?? expect.fail();
    const { timeline } = figureRun(figure, {}, speechOf('en', 'three-segments'));
    const fin = timeline.segments.find((segment) => segment.kind === 'fin') ?? expect.fail();
    expect(told('three-segments', { faults: delaySegment(fin, 70, timeline) })).toMatchInlineSnapshot(`
      [
        "changed FIN, ACK at 1000",
        "changed FIN, ACK at 1120",
        "changed ACK at 1170",
        "was FIN, ACK at 1000",
        "was FIN, ACK at 1050",
        "was ACK at 1100",
        "row moved at 1120",
        "row moved at 1170",
        "row moved at 1220",
        "row moved at 241170",
        "Compared with the run before your changes: 3 segments go otherwise, 5 stretches in a state differ.",
        "three-segments",
      ]
    `);
  });

  it('are alike where nothing was changed', () => {
    for (const [name, figure] of FIGURES) {
      const { timeline } = figureRun(figure, {}, speechOf('en', name));
      expect(compareRuns(timeline, timeline), name).toBeNull();
      expect(changed(name, { roundTripMs: 80 }).diff, name).toBeNull();
    }
  });

  it('count every segment once: what both have, what is new, what is gone', () => {
    for (const [name, figure] of FIGURES) {
      const speech = speechOf('en', name);
      for (const settings of settingsOf(figure).filter((_, index) => index % 5 === 0)) {
        const { timeline } = figureRun(figure, settings, speech);
        const base = figureRun(figure, unedited(settings), speech).timeline;
        const diff = compareRuns(timeline, base);
        if (!diff) continue;
        const { added, gone } = diff.counts;
        expect(timeline.segments.length - added, name).toBe(base.segments.length - gone);
        expect(compareRuns(base, timeline)?.counts).toMatchObject({ added: gone, gone: added });
      }
    }
  });

  it('keep every row of the run in its order, and add what is gone where it was', () => {
    for (const [name, figure] of FIGURES) {
      for (const settings of settingsOf(figure).slice(1, 8)) {
        const { rows } = changed(name, settings);
        if (!rows) continue;
        const run = figureRun(figure, settings, speechOf('en', name));
        expect(rows.filter(({ how }) => how !== 'gone').map(({ row }) => row)).toEqual(run.rows);
        const times = rows.map(({ row }) => row.atMs);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
    }
  });
});
