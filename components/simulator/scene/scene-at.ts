import { type Arrow, legsOf } from './arrows';
import type { AxisMark } from './axis';
import { type BandPart, splitBand } from './bands';
import { between, type Point } from './geometry';
import type { Layout } from './lay-out';

/** How much of an arrow has happened: all of it, nothing, or as much as lies above the point where it is now. */
export type Ink = 'past' | 'future' | { readonly leg: number; readonly at: Point };

export interface InkedArrow {
  readonly arrow: Arrow;
  readonly ink: Ink;
}

/** A layout at a moment: the past is inked, the future is pencilled. */
export interface Scene {
  readonly layout: Layout;
  /** Height of the playhead; infinite when all has happened. */
  readonly playhead: number;
  readonly past: readonly BandPart[];
  readonly future: readonly BandPart[];
  readonly arrows: readonly InkedArrow[];
  readonly axis: readonly AxisMark[];
}

const CLEAR_OF_PILL = 15;

/** `ms` is a moment of the run; infinity inks everything, for print. */
export function sceneAt(layout: Layout, ms: number): Scene {
  const { scale } = layout;
  const playhead = ms === Number.POSITIVE_INFINITY ? ms : scale.yAfter(ms);
  const parts = layout.bands.map((band) => splitBand(band, playhead, scale, layout.dimensions));
  return {
    layout,
    playhead,
    past: parts.flatMap(({ past }) => past ?? []),
    future: parts.flatMap(({ future }) => future ?? []),
    arrows: layout.arrows.map((arrow) => ({ arrow, ink: inkOf(arrow, playhead) })),
    axis: layout.axis.filter((mark) => Math.abs(mark.y - playhead) >= CLEAR_OF_PILL),
  };
}

function inkOf(arrow: Arrow, playhead: number): Ink {
  const legs = legsOf(arrow);
  const start = legs[0]?.[0];
  const end = legs.at(-1)?.[1];
  if (!start || !end || start.y > playhead + 0.01) return 'future';
  if (end.y <= playhead + 0.01) return 'past';
  const leg = legs.findIndex(([, to]) => to.y > playhead);
  const [from, to] = legs[leg] ?? [start, end];
  return { leg, at: between(from, to, Math.max(0, (playhead - from.y) / (to.y - from.y || 1))) };
}
