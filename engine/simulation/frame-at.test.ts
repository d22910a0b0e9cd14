import { describe, expect, it } from 'vitest';
import { readFigure } from '../testing/figures';
import { frameAt } from './frame-at';
import { run } from './run';

const timeline = run(readFigure('last-ack-lost').scenario);
const { originMs } = timeline.scenario;
const at = (ms: number) => frameAt(timeline, originMs + ms);

describe('a frame', () => {
  it('shows every lane in the state of its newest living connection', () => {
    const states = (ms: number) => at(ms).lanes.map(({ lane, state }) => `${lane} ${state}`);
    expect(states(-1000)).toEqual(['c1 SYN_SENT', 'c2 CLOSED', 'server LISTEN']);
    expect(states(0)).toEqual(['c1 FIN_WAIT_1', 'c2 CLOSED', 'server ESTABLISHED']);
    expect(states(1350)).toEqual(['c1 CLOSED', 'c2 SYN_SENT', 'server LAST_ACK']);
    expect(states(1500)).toEqual(['c1 CLOSED', 'c2 SYN_SENT', 'server LISTEN']);
    expect(states(9000)).toEqual(['c1 CLOSED', 'c2 ESTABLISHED', 'server ESTABLISHED']);
  });

  it('names the last entry', () => {
    expect(frameAt(timeline, -1).entry).toBeNull();
    const { entry } = at(1360);
    expect(timeline.entries[entry ?? -1]).toMatchObject({ atMs: originMs + 1350, rules: ['syn/challenged'] });
    expect(at(1e6).entry).toBe(timeline.entries.length - 1);
  });

  it('shows what is under way, and how far', () => {
    expect(at(25).inFlight).toEqual([{ segment: expect.any(Number), progress: 0.5 }]);
    expect(at(500).inFlight).toEqual([]);
  });

  it('shows the timers that run, and how much of each has passed', () => {
    const running = at(250).timers.map(({ timer, progress }) => [timeline.timers[timer]?.timer, progress]);
    expect(running).toEqual([
      ['retransmission', 0.1],
      ['time-wait', 0.5],
    ]);
  });

  it('agrees with the entries at every moment', () => {
    for (const { atMs } of timeline.entries) {
      const { entry } = frameAt(timeline, atMs);
      expect(timeline.entries[entry ?? -1]?.atMs).toBe(atMs);
    }
  });
});
