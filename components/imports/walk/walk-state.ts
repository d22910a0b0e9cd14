import type { FigureRun } from '../../simulator/model/figure-run';
import { stepAt } from '../../simulator/model/rows';

/** Where somebody is in a run that cannot be changed. */
export interface WalkState {
  /** The playhead, in milliseconds of the run. */
  readonly ms: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly picked: number | null;
  /** Whether steps choose what is picked, as long as nobody has. */
  readonly follows: boolean;
}

export type WalkAction =
  | { readonly type: 'moment'; readonly ms: number; readonly isPlaying: boolean }
  | { readonly type: 'step'; readonly by: number }
  | { readonly type: 'play' }
  | { readonly type: 'speed' }
  | { readonly type: 'pick'; readonly id: number };

const SPEEDS = [1, 2, 0.5];

/** At the first moment, with its first segment picked. */
export function startOf(run: FigureRun): WalkState {
  const picked = run.timeline.segments[0]?.id ?? null;
  return { ms: run.startMs, isPlaying: false, speed: 1, picked, follows: true };
}

export function walk(run: FigureRun, state: WalkState, action: WalkAction): WalkState {
  switch (action.type) {
    case 'moment':
      return { ...state, ms: action.ms, isPlaying: action.isPlaying };
    case 'step':
      return step(run, state, action.by);
    case 'play':
      return {
        ...state,
        isPlaying: !state.isPlaying,
        ms: !state.isPlaying && state.ms >= run.endMs ? run.startMs : state.ms,
      };
    case 'speed':
      return { ...state, speed: SPEEDS[(SPEEDS.indexOf(state.speed) + 1) % SPEEDS.length] ?? 1 };
    case 'pick':
      return { ...state, picked: action.id, follows: false };
  }
}

/** As long as nobody has picked a segment, the newest one that the step is about is picked. */
function step(run: FigureRun, state: WalkState, by: number): WalkState {
  const at = stepAt(run.steps, state.ms);
  const isBetween = (run.steps[at]?.atMs ?? state.ms) < state.ms;
  const wanted = at + by + (by < 0 && isBetween ? 1 : 0);
  const next = run.steps[Math.min(run.steps.length - 1, Math.max(0, wanted))];
  if (next === undefined) return state;
  const told = next.rows.flatMap(({ segments }) => segments).at(-1);
  return { ...state, ms: next.atMs, isPlaying: false, picked: state.follows ? (told ?? state.picked) : state.picked };
}
