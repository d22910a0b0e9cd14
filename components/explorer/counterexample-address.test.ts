import { expect, it } from 'vitest';
import { explore } from '@/engine/explorer/explore';
import { questionOf } from '@/engine/explorer/question';
import { parseLabScript } from '@/engine/formats/lab/parse-lab-script';
import { run } from '@/engine/simulation/run';
import type { Scenario } from '@/engine/simulation/scenario';
import { openLabLink } from '@/model/lab-link';
import { wordsOf } from '../simulator/testing/figures';
import { labAddressOf } from './counterexample';

function told(scenario: Scenario) {
  const { segments, intervals, deliveries } = run(scenario);
  return {
    segments: segments.map(({ from, flags, seq, ack, sentMs, arrivesMs, fate }) => [
      from,
      flags,
      seq,
      ack,
      sentMs,
      arrivesMs,
      fate,
    ]),
    intervals: intervals.map(({ host, state, fromMs, toMs }) => [host, state, fromMs, toMs]),
    deliveries: deliveries.map(({ text, fromIncarnation, incarnation }) => [text, fromIncarnation, incarnation]),
  };
}

it.each([
  ['old-octets', { timeWaitMs: 1000, mslMs: 1000, faults: 2 }],
  ['old-octets', { timeWaitMs: 1900, mslMs: 1000, faults: 2 }],
  ['old-octets', { timeWaitMs: 2000, mslMs: 1000, faults: 2, resetsIgnored: false, lastAckArrives: false }],
  ['passive-end', { timeWaitMs: 0, mslMs: 1000, faults: 2, lastAckArrives: false }],
] as const)('a counterexample to %s under %j is the same run behind its address', async (ask, bounds) => {
  const found = explore(questionOf(ask, bounds)).counterexample;
  if (found === null) throw new Error('it holds');
  const words = wordsOf('en');
  const link = await openLabLink(await labAddressOf(found, words));
  if (!link.ok || !('script' in link.source)) throw new Error('no script');
  const read = parseLabScript(link.source.script);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.title).toBe(words.figures[found.scenario.name]?.title);
  expect(told(read.scenario)).toEqual(told(found.scenario));
});
