export type Variant = 'full' | 'home' | 'held';

/** Width of the wide picture where the figure stands: over the whole frame, beside the home page's title, in a question. */
export const WIDE_WIDTHS: Readonly<Record<Variant, number>> = { full: 692, home: 600, held: 560 };
