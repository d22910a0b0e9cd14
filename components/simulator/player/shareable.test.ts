import { describe, expect, it } from 'vitest';
import { FIGURES } from '../testing/figures';
import { initialState, reduce } from './player-state';
import { type Shareable, shareable, sharedState } from './shareable';

const PICKED = { from: 'client', to: 'server', incarnation: 1, flags: 'ACK', relativeSeq: 2, occurrence: 1 };

describe('what is shared of a simulator', () => {
  it('is the same after it was opened', () => {
    for (const [scenario, figure] of FIGURES) {
      const shared: Shareable = {
        scenario,
        settings: { timeWaitMs: 240, faults: [{ match: PICKED, action: 'delay', byMs: 300 }] },
        atMs: 410,
        view: 'states',
        picked: PICKED,
      };
      expect(shareable(scenario, figure, sharedState(shared, figure), 'states')).toEqual(shared);
    }
  });

  it('counts its moment from the origin and leaves out what is not there', () => {
    const figure = FIGURES.get('whole-life');
    if (!figure) throw new Error('no such figure');
    const state = initialState(figure.scenario.originMs + 30, null);
    expect(shareable('whole-life', figure, state, 'time')).toEqual({
      scenario: 'whole-life',
      settings: {},
      atMs: 30,
      view: 'time',
    });
  });

  it('can be undone: the figure is then as the book has it', () => {
    const figure = FIGURES.get('last-ack-lost');
    if (!figure) throw new Error('no such figure');
    const shared: Shareable = { scenario: 'last-ack-lost', settings: { timeWaitMs: 240 }, atMs: 0, view: 'time' };
    expect(reduce(sharedState(shared, figure), { type: 'undo' }).history.present).toEqual({});
  });
});
