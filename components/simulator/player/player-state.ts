import type { SegmentSelector } from '@/engine/simulation/scenario';
import type { Settings } from '@/engine/simulation/settings';
import { change, type History, UNTOUCHED, undo } from './history';

/** All that a reader can change in a simulator. */
export interface PlayerState {
  readonly history: History;
  /** The playhead, in milliseconds of the run. */
  readonly ms: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  /** By what it is, so that it is still picked when the run is another; null: nothing. */
  readonly picked: SegmentSelector | null;
  /** Whether steps choose what is picked, as long as the reader has not. */
  readonly follows: boolean;
}

export type PlayerAction =
  | { readonly type: 'moment'; readonly ms: number; readonly isPlaying: boolean }
  | { readonly type: 'step'; readonly ms: number; readonly picked: SegmentSelector | null }
  | { readonly type: 'play'; readonly isPlaying: boolean; readonly ms: number }
  | { readonly type: 'speed' }
  | { readonly type: 'pick'; readonly picked: SegmentSelector | null }
  | { readonly type: 'settings'; readonly settings: Settings; readonly by: string; readonly nowMs: number }
  | { readonly type: 'undo' }
  | { readonly type: 'reset'; readonly nowMs: number; readonly ms: number };

const SPEEDS = [1, 2, 0.5];

export function initialState(ms: number, picked: SegmentSelector | null): PlayerState {
  return { history: UNTOUCHED, ms, isPlaying: false, speed: 1, picked, follows: true };
}

export function reduce(state: PlayerState, action: PlayerAction): PlayerState {
  switch (action.type) {
    case 'moment':
      return { ...state, ms: action.ms, isPlaying: action.isPlaying };
    case 'step':
      return { ...state, ms: action.ms, isPlaying: false, picked: action.picked ?? state.picked };
    case 'play':
      return { ...state, isPlaying: action.isPlaying, ms: action.ms };
    case 'speed':
      return { ...state, speed: SPEEDS[(SPEEDS.indexOf(state.speed) + 1) % SPEEDS.length] ?? 1 };
    case 'pick':
      return { ...state, picked: action.picked, follows: false };
    case 'settings':
      return { ...state, history: change(state.history, action.settings, action.by, action.nowMs) };
    case 'undo':
      return { ...state, history: undo(state.history) };
    case 'reset':
      return {
        ...state,
        history: change(state.history, {}, 'reset', action.nowMs),
        ms: action.ms,
        isPlaying: false,
        follows: true,
      };
  }
}
