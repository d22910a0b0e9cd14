import type { ReactNode } from 'react';
import type { Scenario } from '@/engine/simulation/scenario';

/** A figure that stops at a moment and goes on once the reader has said, or has not cared to say, what comes next. */
export interface Prediction {
  /** Milliseconds from the origin. While it is held, nothing later is drawn or told. */
  readonly untilMs: number;
  readonly isHeld: boolean;
  /** The run in which a wrong prediction would have come true. */
  readonly expected: Scenario | null;
  /** The question, and what became of it. */
  readonly card: ReactNode;
}
