import type { CaptureProblem } from '@/engine/formats/capture/capture-error';
import type { CapturePicture } from './capture-picture';
import type { FileSummary } from './summary';

/** What the page asks of the worker. The file stays with it until it is ended. */
export type ToWorker =
  | { readonly type: 'open'; readonly file: File }
  /** `at`: addresses at which the capture was made, null where the file is to say so. `from`: the first segment to draw. */
  | { readonly type: 'walk'; readonly id: number; readonly at: readonly string[] | null; readonly from: number };

export type FromWorker =
  | { readonly type: 'reading'; readonly done: number; readonly all: number }
  | { readonly type: 'inferring'; readonly done: number; readonly all: number }
  | { readonly type: 'opened'; readonly file: FileSummary }
  | ({ readonly type: 'refused' } & Refusal)
  | ({ readonly type: 'walked' } & Walked);

export interface Refusal {
  readonly problem: CaptureProblem | 'no-tcp' | 'no-packets' | 'unreadable';
  readonly atByte: number;
  readonly packets: number;
  /** What the reader says of it, where it says more than the kind of trouble. */
  readonly what: string | null;
}

/** A conversation, ready to be drawn; null where a socket talks to itself. */
export interface Walked {
  readonly id: number;
  readonly at: readonly string[] | null;
  /** Whether the file itself says for each packet which way it went. */
  readonly isTold: boolean;
  readonly picture: CapturePicture | null;
  /** By segment of the picture, as captured. */
  readonly headers: readonly Uint8Array[];
}

/** Segments in one picture. */
export const MOST_SEGMENTS = 150;
