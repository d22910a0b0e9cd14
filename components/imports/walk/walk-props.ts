import type { ReactNode } from 'react';
import type { SegmentRecord } from '@/engine/simulation/timeline';
import type { FigureRun } from '../../simulator/model/figure-run';
import type { Row } from '../../simulator/model/rows';
import type { Speech } from '../../simulator/words/speech';

/** A run that is looked at and not changed: what a capture shows, or what a script did. */
export interface WalkProps {
  readonly run: FigureRun;
  readonly speech: Speech;
  readonly nameSegment: (id: number) => string;
  /** A row of the events as plain text, to be said aloud. */
  readonly tell: (row: Row) => string;
  /** Stands beside the picture. */
  readonly inspect: (picked: SegmentRecord | null, view: WalkView) => ReactNode;
  /** Stands below it. */
  readonly events: (view: WalkView) => ReactNode;
  /** Disclosures that are open at first. */
  readonly opened?: readonly string[];
  /** What there is to know of the whole. */
  readonly notes?: ReactNode;
}

export interface WalkView {
  readonly id: string;
  /** Moment of the current step. */
  readonly currentMs: number;
  readonly pickedId: number | null;
  readonly isOpen: (details: string) => boolean;
}
