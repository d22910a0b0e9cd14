import type { Mastery } from '@/review/mastery';

export type Next =
  /** Questions come back today. */
  | { readonly kind: 'due'; readonly count: number }
  /** A skill is held worst: here is a question of it that was never answered, or the one held worst. */
  | { readonly kind: 'skill'; readonly skill: string }
  /** Everything is held. */
  | { readonly kind: 'held' };

/** From this share on, a skill needs nothing now. */
const HELD = 0.9;

/** The one thing that helps most now: what is due, else the weakest of the skills begun, else one not begun. */
export function whatNext(due: number, masteries: readonly Mastery[]): Next {
  if (due > 0) return { kind: 'due', count: due };
  const weak = masteries.filter(({ now }) => now < HELD);
  const begun = weak.filter(({ answered }) => answered > 0).sort((a, b) => a.now - b.now);
  const next = begun[0] ?? weak[0];
  return next ? { kind: 'skill', skill: next.skill } : { kind: 'held' };
}
