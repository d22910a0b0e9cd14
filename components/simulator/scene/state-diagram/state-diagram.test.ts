import { expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { TCP_STATES } from '@/engine/tcp/state';
import { FIGURES } from '../../testing/figures';
import { overlap, rectangle, stroke } from '../geometry';
import { stateSceneAt } from './lay-out-states';
import { diagramSize, nodeCentre } from './sizes';
import { TRANSITIONS } from './transitions';
import { stateAt, walksOf } from './walks';

const SIZES = [0, 358, 960].map(diagramSize);

function walks(name: string) {
  return walksOf(run((FIGURES.get(name) ?? expect.fail()).scenario));
}

it('follows both ways of figure 1.1 through the twenty arrows', () => {
  const [client, server] = walks('whole-life');
  expect(client?.steps.map((step) => step.arrow)).toEqual([3, 10, 12, 16, 18, 20]);
  expect(server?.steps.map((step) => step.arrow)).toEqual([1, 5, 9, 13, 14, 15]);
  expect([client?.role, server?.role]).toEqual(['active', 'passive']);
});

it('knows no arrow from FIN_WAIT_1 to TIME_WAIT, as figure 5 of the RFC does not', () => {
  expect(walks('three-segments')[0]?.steps.map((step) => [step.to, step.arrow])).toContainEqual(['TIME_WAIT', null]);
});

it('says where each host is at a moment', () => {
  const at = (ms: number) => walks('last-ack-lost').map((walk) => stateAt(walk, 1000 + ms));
  expect(at(-1)).toEqual(['ESTABLISHED', 'CLOSED', 'ESTABLISHED']);
  expect(at(230)).toEqual(['TIME_WAIT', 'CLOSED', 'LAST_ACK']);
  expect(at(1450)).toEqual(['CLOSED', 'SYN_SENT', 'CLOSED']);
});

it('keeps arrows off every state that is not theirs, in every size', () => {
  for (const size of SIZES) {
    for (const transition of TRANSITIONS) {
      const points = transition.path(size);
      for (const state of TCP_STATES) {
        if (state === transition.from || state === transition.to) continue;
        const { x, y } = nodeCentre(size, state);
        const box = rectangle(
          x - size.nodeWidth / 2,
          y - size.nodeHeight / 2,
          x + size.nodeWidth / 2,
          y + size.nodeHeight / 2,
        );
        const crosses = points.slice(1).some((point, index) => overlap(box, stroke(points[index] ?? point, point)));
        expect(crosses, `${size.width}: arrow ${transition.number} through ${state}`).toBe(false);
      }
    }
  }
});

it('puts two tokens in one state side by side', () => {
  const scene = stateSceneAt(walks('simultaneous-close'), diagramSize(960), 1150);
  const [a, b] = scene.tokens;
  expect([a?.state, b?.state]).toEqual(['TIME_WAIT', 'TIME_WAIT']);
  expect(Math.abs((a?.at.x ?? 0) - (b?.at.x ?? 0))).toBeGreaterThan(20);
});
