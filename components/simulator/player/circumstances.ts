import type { Dispatch } from 'react';
import type { Settings } from '@/engine/simulation/settings';
import type { SegmentRecord } from '@/engine/simulation/timeline';
import type { Figure } from '@/model/figure';
import type { FigureRun } from '../model/figure-run';
import type { Pair } from '../model/pairs';
import type { Layout } from '../scene/lay-out';
import type { Pulling } from './hold';
import type { Deed, PlayerAction, PlayerState } from './player-state';

/** All that a gesture has to know to do its work. */
export interface Circumstances {
  readonly figure: Figure;
  readonly run: FigureRun;
  /** The run whose moments are stepped over: this one, or this and the one beside it. */
  readonly clock: FigureRun;
  readonly layout: Layout;
  /** What can be compared. */
  readonly pairs: readonly Pair[];
  readonly state: PlayerState;
  readonly ms: number;
  readonly picked: SegmentRecord | null;
  readonly root: HTMLElement;
  readonly openMs: number;
  readonly dispatch: Dispatch<PlayerAction>;
  readonly set: (settings: Settings, by: string, deed: Deed) => void;
  /** The reader has done something with the simulator. */
  readonly touch: () => void;
  readonly showKeys: () => void;
  readonly showShare: () => void;
  /** What is held at the moment, by a mouse or a finger. */
  readonly held: { current: Pulling | null };
  readonly onHeld: (isHeld: boolean) => void;
}
