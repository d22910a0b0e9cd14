import { describe, expect, it } from 'vitest';
import { figureRun } from '../model/figure-run';
import { joinRuns } from '../model/join-runs';
import { pairsOf } from '../model/pairs';
import { FIGURES, speechOf } from '../testing/figures';
import { layOutPair } from './lay-out-pair';

function pairsOfBook() {
  return [...FIGURES].flatMap(([name, figure]) =>
    pairsOf(figure, {}).map((pair) => {
      const speech = speechOf('en', name);
      const [a, b] = [figureRun(figure, pair.a, speech), figureRun(figure, pair.b, speech)];
      return { where: `${name} ${pair.id}`, a, b };
    }),
  );
}

describe('two runs on one clock', () => {
  it('stand at one height at one moment, and are equally high', () => {
    for (const { where, a, b } of pairsOfBook()) {
      const layouts = layOutPair(a, b, 374);
      expect(layouts.a.height, where).toBeCloseTo(layouts.b.height);
      for (const { atMs } of joinRuns(a, b).steps) {
        expect(layouts.a.scale.yAfter(atMs), where).toBeCloseTo(layouts.b.scale.yAfter(atMs));
      }
    }
  });

  it('mark what differs in both, and draw nothing of the other', () => {
    const figure = FIGURES.get('last-ack-lost') ?? expect.fail();
    const speech = speechOf('en', 'last-ack-lost');
    const [wait] = pairsOf(figure, {});
    if (!wait) expect.fail();
    const layouts = layOutPair(figureRun(figure, wait.a, speech), figureRun(figure, wait.b, speech), 374);
    for (const { marks, bands } of [layouts.a, layouts.b]) {
      expect(marks.ghosts).toEqual([]);
      expect(new Set(marks.signs.map(({ sign }) => sign))).toEqual(new Set(['≠']));
      expect(bands.some(({ isChanged }) => isChanged)).toBe(true);
    }
    expect(layouts.a.bands.some(({ state }) => state === 'TIME_WAIT')).toBe(false);
    expect(layouts.b.bands.some(({ state }) => state === 'TIME_WAIT')).toBe(true);
  });

  it('are stepped over moment by moment, each once', () => {
    for (const { where, a, b } of pairsOfBook()) {
      const moments = joinRuns(a, b).steps.map(({ atMs }) => atMs);
      const both = new Set([...a.steps, ...b.steps].map(({ atMs }) => atMs));
      expect(moments, where).toEqual([...both].sort((x, y) => x - y));
    }
  });
});
