/** One run of a measure, and the steps per second of the calibration loop just before it. */
export interface Sample {
  readonly calibration: number;
  readonly value: number;
}

export interface Timed {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/** What is printed of a measure. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
  readonly runs: number;
  /** Events per step of the calibration loop, or steps that one run takes the time of: what to compare between machines. Null where time plays no part. */
  readonly perCalibration: number | null;
  readonly bar: string;
  readonly isMet: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
