import { describe, expect, it } from 'vitest';
import { run } from '../simulation/run';
import type { Fault, LinkSpec, Step } from '../simulation/scenario';
import { client, drop, scenario, server } from '../testing/scenarios';

/** Two hundred small segments, one after the other. */
const WRITES = Array.from({ length: 100 }, (_, index): Step => ({ call: 'send', data: 'x', atMs: 1000 + index * 300 }));

function sent(link: Partial<LinkSpec>, seed: number, faults: readonly Fault[] = []) {
  const sockets = [client('c1', WRITES.slice(0, 98)), ...server([{ call: 'receiveEnd' }])];
  return run(scenario({ sockets, link: { oneWayMs: 50, ...link }, seed, faults, endMs: 60_000 })).segments;
}

describe('chance', () => {
  it('loses about the share that it is asked for, and another with another seed', () => {
    const lost = (seed: number) => sent({ loss: 0.2 }, seed).map(({ fate }) => fate === 'lost');
    const shares = [1, 2, 3, 4].map((seed) => lost(seed).filter(Boolean).length / lost(seed).length);
    for (const share of shares) expect(share).toBeGreaterThan(0.1);
    for (const share of shares) expect(share).toBeLessThan(0.3);
    expect(lost(1)).toEqual(lost(1));
    expect(lost(1)).not.toEqual(lost(2));
  });

  it('lets the share of reordered segments come later, and no others', () => {
    const late = sent({ reorder: { share: 0.25, byMs: 120 } }, 5).map(({ delayedByMs }) => delayedByMs);
    expect(new Set(late)).toEqual(new Set([0, 120]));
    const share = late.filter((ms) => ms > 0).length / late.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.35);
  });

  it('leaves the luck of others alone when one segment is lost by hand', () => {
    const fates = (faults: readonly Fault[]) =>
      sent({ loss: 0.2 }, 3, faults)
        .filter(({ sentMs, from }) => sentMs < 5000 && from === 'client')
        .map(({ sentMs, fate }) => `${sentMs} ${fate}`);
    const last = drop('client', 'server', { flags: 'DATA', relativeSeq: 50, occurrence: 1 });
    expect(fates([last])).toEqual(fates([]));
  });

  it('touches nothing where the link says nothing of it', () => {
    expect(new Set(sent({}, 9).map(({ fate, delayedByMs }) => `${fate} ${delayedByMs}`))).toEqual(
      new Set(['delivered 0']),
    );
  });
});
