import type { Lane, TimerKind } from '@/engine/simulation/timeline';

/** Every word that a scene needs, in the reader's language; the scene itself knows none. */
export interface SceneWords {
  readonly lost: string;
  readonly copy: string;
  readonly challenge: string;
  transmission(n: number): string;
  delayed(ms: number): string;
  /** How long a folded stretch is; `timeWait` when it is all spent waiting there. */
  fold(ms: number, timeWait: boolean, size: 'wide' | 'phone'): string;
  laneName(lane: Lane): string;
  timer(kind: TimerKind, durationMs: number): string;
  /** A moment on the axis, counted from the picture's zero. */
  time(ms: number): string;
}
