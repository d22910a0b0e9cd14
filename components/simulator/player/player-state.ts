import type { SegmentSelector } from '@/engine/simulation/scenario';
import type { Settings } from '@/engine/simulation/settings';
import type { Pair } from '../model/pairs';
import { change, type History, redo, UNTOUCHED, undo } from './history';

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
  /** What the reader did last, if it changed the run: it is said aloud. */
  readonly deed: Deed | null;
  /** Which two settings stand side by side; null: one run alone. */
  readonly pair: Pair['id'] | null;
}

export interface Deed {
  readonly did:
    | 'lost'
    | 'through'
    | 'copied'
    | 'uncopied'
    | 'delayed'
    | 'undelayed'
    | 'removed'
    | 'undone'
    | 'redone'
    | 'reset'
    | 'set';
  /** The segment that it was done to. */
  readonly match?: SegmentSelector;
  readonly byMs?: number;
}

export type PlayerAction =
  | { readonly type: 'moment'; readonly ms: number; readonly isPlaying: boolean }
  | { readonly type: 'step'; readonly ms: number; readonly picked: SegmentSelector | null }
  | { readonly type: 'play'; readonly isPlaying: boolean; readonly ms: number }
  | { readonly type: 'speed' }
  | { readonly type: 'pick'; readonly picked: SegmentSelector | null }
  | {
      readonly type: 'settings';
      readonly settings: Settings;
      readonly by: string;
      readonly nowMs: number;
      readonly deed: Deed;
    }
  | { readonly type: 'compare'; readonly pair: Pair['id'] | null }
  /** The figure as the book has it, at a moment; what had been set, also what is put aside by undo, is gone. */
  | { readonly type: 'anew'; readonly ms: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'reset'; readonly nowMs: number; readonly ms: number };

const SPEEDS = [1, 2, 0.5];

export function initialState(ms: number, picked: SegmentSelector | null): PlayerState {
  return { history: UNTOUCHED, ms, isPlaying: false, speed: 1, picked, follows: true, deed: null, pair: null };
}

export function reduce(state: PlayerState, action: PlayerAction): PlayerState {
  switch (action.type) {
    case 'moment':
      return { ...state, ms: action.ms, isPlaying: action.isPlaying, deed: null };
    case 'step':
      return { ...state, ms: action.ms, isPlaying: false, picked: action.picked ?? state.picked, deed: null };
    case 'play':
      return { ...state, isPlaying: action.isPlaying, ms: action.ms, deed: null };
    case 'speed':
      return { ...state, speed: SPEEDS[(SPEEDS.indexOf(state.speed) + 1) % SPEEDS.length] ?? 1 };
    case 'pick':
      return { ...state, picked: action.picked, follows: false };
    case 'settings':
      return {
        ...state,
        history: change(state.history, action.settings, action.by, action.nowMs),
        isPlaying: false,
        deed: action.deed,
      };
    case 'compare':
      return { ...state, pair: action.pair, isPlaying: false, deed: null };
    case 'anew':
      return initialState(action.ms, null);
    case 'undo':
      return state.history.past.length === 0
        ? state
        : { ...state, history: undo(state.history), deed: { did: 'undone' } };
    case 'redo':
      return state.history.future.length === 0
        ? state
        : { ...state, history: redo(state.history), deed: { did: 'redone' } };
    case 'reset':
      return {
        ...state,
        history: change(state.history, {}, 'reset', action.nowMs),
        ms: action.ms,
        isPlaying: false,
        follows: true,
        deed: { did: 'reset' },
      };
  }
}
