/** Milliseconds of simulated time: the engine's only clock. The mark keeps it from being taken for another unit; a plain number may become one. */
export type Ms = number & { readonly unit?: 'ms' };

/** A moment and what comes `byMs` after it, in whole microseconds: so that sums of fractions agree, whatever way they were reached. */
export function later(atMs: Ms, byMs: Ms): Ms {
  return Math.round((atMs + byMs) * 1000) / 1000;
}
