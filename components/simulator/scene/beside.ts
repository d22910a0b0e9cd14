import type { TcpState } from '@/engine/tcp/state';
import { type Polygon, rectangle } from './geometry';
import type { Obstacles } from './obstacles';
import type { Track } from './tracks';

/** Text that stands beside a lifeline: a call, the value of a timer, the name of a state too short to hold it. */
export interface BesideText {
  readonly text: string;
  readonly x: number;
  /** Middle of the line of text. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** An application's call, with the triangle that points at its lifeline. */
export interface CallMark {
  readonly entry: number;
  readonly ms: number;
  readonly y: number;
  /** The edge of the band that the triangle points at, and on which side of it the triangle lies. */
  readonly x: number;
  readonly toRight: boolean;
  /** Null where there is no room beside the lifeline: the table has it. */
  readonly label: BesideText | null;
}

/** A state that lasted too short a time for its name to stand in the band. */
export interface ShortStateMark {
  readonly state: TcpState;
  readonly top: number;
  readonly label: BesideText;
}

const LINE = 12.5;
const MARGIN = 2;
const OUTER_DROPS = [0, LINE, 2 * LINE, 3 * LINE, -LINE, -2 * LINE];
const INNER_DROPS = [-8, 8, -8 - LINE, 8 + LINE, -8 - 2 * LINE];

/**
 * First free place for a text of `width` beside a lifeline: on its outer side; between the lifelines only where another
 * lifeline stands on that side.
 */
export function findBeside(
  track: Track,
  y: number,
  width: number,
  distance: number,
  obstacles: Obstacles,
  bounds: readonly [number, number],
): (Omit<BesideText, 'text'> & { readonly toRight: boolean }) | null {
  const outerRight = track.side === 'right';
  const sides =
    track.side === 'middle'
      ? ([
          [track.isFirst === false, INNER_DROPS],
          [track.isFirst, INNER_DROPS],
        ] as const)
      : track.outermost
        ? ([[outerRight, OUTER_DROPS]] as const)
        : ([
            [outerRight, OUTER_DROPS],
            [!outerRight, INNER_DROPS],
          ] as const);
  for (const [toRight, drops] of sides) {
    for (const drop of drops) {
      const x = toRight ? track.x1 + distance : track.x0 - distance;
      const box = boxOf(x, y + drop, width, toRight);
      if (box.some((point) => point.x < bounds[0] || point.x > bounds[1])) continue;
      if (obstacles.touch(box)) continue;
      obstacles.add(box);
      return { x, y: y + drop, anchor: toRight ? 'start' : 'end', toRight };
    }
  }
  return null;
}

function boxOf(x: number, y: number, width: number, toRight: boolean): Polygon {
  const left = toRight ? x : x - width;
  return rectangle(left - MARGIN, y - 5.5, left + width + MARGIN, y + 5.5);
}
