/** Mean, and the learners at one in twenty from below and above. */
export interface Spread {
  readonly mean: number;
  readonly p5: number;
  readonly p95: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length, p5: at(0.05), p95: at(0.95) };
}
