/** Milliseconds of simulated time: the engine's only clock. The mark keeps it from being taken for another unit; a plain number may become one. */
export type Ms = number & { readonly unit?: 'ms' };
