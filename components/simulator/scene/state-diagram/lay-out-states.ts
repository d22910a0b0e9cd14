import { TCP_STATES, type TcpState } from '@/engine/tcp/state';
import type { Point } from '../geometry';
import { type DiagramSize, nodeCentre } from './sizes';
import { TRANSITIONS, type Transition } from './transitions';
import { stateAt, type Walk } from './walks';

export interface StateNode {
  readonly state: TcpState;
  readonly centre: Point;
  /** Never reached in this run: it stays readable and goes quiet. */
  readonly isQuiet: boolean;
}

export interface StateArrow {
  readonly transition: Transition;
  readonly way: 'active' | 'passive' | 'other';
  /** Already taken at this moment. */
  readonly isWalked: boolean;
}

export interface StateToken {
  readonly walk: Walk;
  readonly state: TcpState;
  readonly at: Point;
}

export interface StateScene {
  readonly nodes: readonly StateNode[];
  /** Those that nobody takes first, so that the ways lie above them. */
  readonly arrows: readonly StateArrow[];
  readonly tokens: readonly StateToken[];
}

export function stateSceneAt(walks: readonly Walk[], size: DiagramSize, ms: number): StateScene {
  const reached = new Set<TcpState>(['CLOSED', ...walks.flatMap((walk) => walk.steps.map((step) => step.to))]);
  const arrows = TRANSITIONS.map((transition) => arrowOf(transition, walks, ms));
  return {
    nodes: TCP_STATES.map((state) => ({ state, centre: nodeCentre(size, state), isQuiet: !reached.has(state) })),
    arrows: [...arrows].sort((a, b) => Number(a.way !== 'other') - Number(b.way !== 'other')),
    tokens: walks.map((walk, index) => {
      const state = stateAt(walk, ms);
      const before = walks.slice(0, index).filter((other) => stateAt(other, ms) === state).length;
      return { walk, state, at: tokenPlace(size, state, before) };
    }),
  };
}

function arrowOf(transition: Transition, walks: readonly Walk[], ms: number): StateArrow {
  const walk = walks.find(({ steps }) => steps.some((step) => step.arrow === transition.number));
  if (!walk) return { transition, way: 'other', isWalked: false };
  const isWalked = walks.some(({ steps }) => steps.some((s) => s.arrow === transition.number && s.atMs <= ms));
  return { transition, way: walk.role, isWalked };
}

export function tokenRadius(size: DiagramSize): number {
  return size.isSmall ? 8.5 : 12;
}

/** On the node's upper right corner; a second token in the same state stands to the left of the first. */
function tokenPlace(size: DiagramSize, state: TcpState, before: number): Point {
  const centre = nodeCentre(size, state);
  const radius = tokenRadius(size);
  return {
    x: centre.x + size.nodeWidth / 2 - radius * 0.4 - before * (2 * radius + 3),
    y: centre.y - size.nodeHeight / 2 - radius * 0.1,
  };
}
