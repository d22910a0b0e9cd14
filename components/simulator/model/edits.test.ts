import { describe, expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import type { Fault } from '@/engine/simulation/scenario';
import { withSettings } from '@/engine/simulation/settings';
import { FIGURES, speechOf } from '../testing/figures';
import { selectorName } from '../words/segment-name';
import { editsOf, withLater, withoutEdit } from './edits';
import { figureRun } from './figure-run';

const FIGURE = FIGURES.get('last-ack-lost') ?? expect.fail();
const OWN = FIGURE.scenario.faults;
const SYN: Fault = {
  match: { from: 'client', to: 'server', incarnation: 2, flags: 'SYN', relativeSeq: 0, occurrence: 1 },
  action: 'delay',
  byMs: 100,
};
const NOTHING: Fault = {
  match: { from: 'client', to: 'server', incarnation: 1, flags: 'FIN,ACK', relativeSeq: 1, occurrence: 4 },
  action: 'drop',
};

const edits = (faults: readonly Fault[]) => editsOf(FIGURE, run(withSettings(FIGURE.scenario, { faults })));

describe('edits', () => {
  it('are none while the figure is as the book has it', () => {
    for (const figure of FIGURES.values()) expect(editsOf(figure, run(figure.scenario))).toEqual([]);
  });

  it('tell what acts, what finds nothing, and which fault of the figure was lifted', () => {
    const [first] = OWN;
    const made = edits([...OWN.filter((fault) => fault !== first), SYN, NOTHING]);
    expect(made.map(({ status }) => status)).toEqual(['unmatched', 'acts', 'unmatched', 'lifted']);
    expect(made.map(({ isOfFigure }) => isOfFigure)).toEqual([true, false, false, true]);
  });

  it('are taken back one by one', () => {
    const faults = [...OWN, SYN, NOTHING];
    const [syn, nothing] = edits(faults);
    expect(syn && withoutEdit(syn, faults)).toEqual([...OWN, NOTHING]);
    expect(nothing && withoutEdit(nothing, faults)).toEqual([...OWN, SYN]);
    const [, lifted] = edits(OWN.slice(1));
    expect(lifted && withoutEdit(lifted, OWN.slice(1))).toEqual([...OWN.slice(1), OWN[0]]);
  });

  it('are made longer and shorter, down to nothing', () => {
    const [syn] = edits([...OWN, SYN]);
    if (!syn) expect.fail();
    expect(withLater(syn, 50, [...OWN, SYN])).toEqual([...OWN, { ...SYN, byMs: 150 }]);
    expect(withLater(syn, -100, [...OWN, SYN])).toEqual(OWN);
  });

  it('name their segment as a reader would', () => {
    const speech = speechOf('en', 'last-ack-lost');
    const played = figureRun(FIGURE, { faults: [...OWN, SYN] }, speech);
    expect(selectorName(SYN.match, [played], speech)).toBe('SYN, Client 2 to Server');
    expect(selectorName(NOTHING.match, [played], speech)).toBe('FIN, ACK (4th), Client 1 to Server');
    const zh = speechOf('zh', 'last-ack-lost');
    expect(selectorName(NOTHING.match, [figureRun(FIGURE, {}, zh)], zh)).toBe('FIN, ACK（第 4 次），客户端 1 → 服务器');
  });
});
