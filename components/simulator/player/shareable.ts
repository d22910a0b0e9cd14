import type { SegmentSelector } from '@/engine/simulation/scenario';
import type { Settings } from '@/engine/simulation/settings';
import type { Figure } from '@/model/figure';
import { UNTOUCHED } from './history';
import type { PlayerState } from './player-state';

/** All of a simulator that is worth sending to somebody else. Plain data; how it is written in an address is not said here. */
export interface Shareable {
  /** Name of the scenario. */
  readonly scenario: string;
  /** What was changed in it; `faults`, where there are any, replace the scenario's own. */
  readonly settings: Settings;
  /** The playhead, in milliseconds from the scenario's origin. */
  readonly atMs: number;
  /** The time diagram alone, or the state diagram with it. */
  readonly view: 'time' | 'states';
  readonly picked?: SegmentSelector;
}

export function shareable(
  scenario: string,
  { scenario: { originMs } }: Figure,
  state: PlayerState,
  view: Shareable['view'],
): Shareable {
  const { history, ms, picked } = state;
  const base = { scenario, settings: history.present, atMs: Math.round(ms - originMs), view };
  return picked ? { ...base, picked } : base;
}

/** The state of a simulator that opens as it was shared. Undo leads back to the figure as the book has it. */
export function sharedState({ settings, atMs, picked }: Shareable, { scenario }: Figure): PlayerState {
  const isChanged = Object.keys(settings).length > 0;
  return {
    history: isChanged ? { ...UNTOUCHED, past: [UNTOUCHED.present], present: settings } : UNTOUCHED,
    ms: scenario.originMs + atMs,
    isPlaying: false,
    speed: 1,
    picked: picked ?? null,
    follows: picked === undefined,
    deed: null,
    pair: null,
  };
}
