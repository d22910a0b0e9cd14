import type { Lane, Timeline } from '@/engine/simulation/timeline';
import type { TcpState } from '@/engine/tcp/state';
import { transitionBetween } from './transitions';

export interface WalkStep {
  readonly atMs: number;
  readonly from: TcpState;
  readonly to: TcpState;
  /** The arrow that was taken; null where figure 5 draws none (a reset, say). */
  readonly arrow: number | null;
}

/** One host's way through the eleven states. */
export interface Walk {
  readonly lane: Lane;
  readonly steps: readonly WalkStep[];
  /** Whose FIN went first decides the colour of the way. */
  readonly role: 'active' | 'passive';
  /** Tokens of clients are round, of servers square: the shape says it without a colour. */
  readonly shape: 'round' | 'square';
}

/** The whole way, also what came before the picture begins. */
export function walksOf(timeline: Timeline): readonly Walk[] {
  return timeline.lanes.map((lane) => {
    const steps = stepsOf(lane, timeline);
    return { lane, steps, role: roleOf(steps), shape: shapeOf(lane, timeline) };
  });
}

function roleOf(steps: readonly WalkStep[]): 'active' | 'passive' {
  if (steps.some((step) => step.to === 'FIN_WAIT_1')) return 'active';
  return steps.some((step) => step.to === 'CLOSE_WAIT' || step.from === 'LISTEN') ? 'passive' : 'active';
}

function shapeOf(lane: Lane, timeline: Timeline): 'round' | 'square' {
  const position = timeline.scenario.hosts.findIndex((host) => host.id === lane.host);
  const role = timeline.scenario.hosts[position]?.role;
  return role === 'server' || (role === 'peer' && position > 0) ? 'square' : 'round';
}

export function stateAt(walk: Walk, ms: number): TcpState {
  return walk.steps.findLast((step) => step.atMs <= ms)?.to ?? 'CLOSED';
}

/** A lifeline follows its newest connection, and LISTEN only until there has been one. */
function stepsOf(lane: Lane, timeline: Timeline): readonly WalkStep[] {
  const steps: WalkStep[] = [];
  let state: TcpState = 'CLOSED';
  let followed: string | null = null;
  for (const entry of timeline.entries) {
    if (entry.lane !== lane.id || entry.before === entry.after) continue;
    const isNewer = followed === null || entry.connection === followed || opensAnew(entry.before);
    if (!isNewer) continue;
    followed = entry.connection;
    if (entry.after === state) continue;
    const from = state;
    state = entry.after;
    steps.push({ atMs: entry.atMs, from, to: state, arrow: transitionBetween(from, state)?.number ?? null });
  }
  return steps;
}

function opensAnew(before: TcpState): boolean {
  return before === 'CLOSED' || before === 'LISTEN';
}
