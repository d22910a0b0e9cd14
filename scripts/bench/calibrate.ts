const STEPS = 20_000_000;

/** Steps per second of a loop that never changes: integer arithmetic, and a small object every sixteenth time. */
export function calibrate(): number {
  const startedMs = performance.now();
  let mixed = 168;
  let kept = { mixed, next: 0 };
  for (let step = 0; step < STEPS; step++) {
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + step;
    if ((step & 15) === 0) kept = { mixed, next: kept.mixed & 1023 };
  }
  if (kept.next < 0) throw new Error('the loop was not run');
  return (1000 * STEPS) / (performance.now() - startedMs);
}
