import { capacityOf } from '@/diagnosis/ports/capacity';
import { courseOf, type Moment } from '@/diagnosis/ports/course';
import type { Load } from '@/diagnosis/ports/load';

export interface Size {
  readonly name: 'wide' | 'middle' | 'narrow';
  readonly width: number;
  readonly height: number;
}

/** One picture for each room that there may be: text is never scaled. The page shows the one that fits. */
export const SIZES: readonly Size[] = [
  { name: 'wide', width: 880, height: 330 },
  { name: 'middle', width: 560, height: 300 },
  { name: 'narrow', width: 286, height: 260 },
];

interface Tick {
  readonly at: number;
  readonly value: number;
}

/** Everything of the picture as lengths and paths, in pixels. */
export interface Chart extends Size {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly limitY: number;
  /** The area under the entries in TIME_WAIT, and the line of all ports held. */
  readonly timeWaitArea: string;
  readonly heldLine: string;
  /** Where connect() fails: left edges and widths. */
  readonly failing: readonly { readonly x: number; readonly width: number }[];
  /** The failing stretches are too many to be drawn one by one; the one that is drawn spans them all. */
  readonly failsInTurn: boolean;
}

const LEFT = 54;
const RIGHT = 10;
const TOP = 26;
const BOTTOM = 36;
const SAMPLES = 240;
const MOST_STRETCHES = 6;

/** How much time the picture shows: until what begins has ended once, or has repeated itself. */
export function horizonOf(load: Load): number {
  const { exhaustedAfterSeconds, holdSeconds } = capacityOf(load);
  const life = load.openSeconds + load.timeWaitSeconds;
  return exhaustedAfterSeconds === null ? 1.6 * life : Math.max(1.6 * life, 2.3 * holdSeconds);
}

export function layOutChart(load: Load, size: Size): Chart {
  const { portsPerFamily, holdSeconds, exhaustedAfterSeconds } = capacityOf(load);
  const horizon = horizonOf(load);
  const most = portsPerFamily * 1.12;
  const right = size.width - RIGHT;
  const bottom = size.height - BOTTOM;
  const x = (seconds: number) => LEFT + (seconds / horizon) * (right - LEFT);
  const y = (ports: number) => bottom - (ports / most) * (bottom - TOP);
  const course = courseOf(load);
  const moments = Array.from({ length: SAMPLES + 1 }, (_, index) => course((index / SAMPLES) * horizon));
  const line = (portsOf: (moment: Moment) => number) =>
    straightened(moments.map((moment) => [x(moment.seconds), y(portsOf(moment))]))
      .map(printed)
      .join('L');
  const stretches = exhaustedAfterSeconds === null ? [] : stretchesOf(exhaustedAfterSeconds, holdSeconds, horizon);
  const failsInTurn = stretches.length > MOST_STRETCHES;
  const drawn = failsInTurn ? [{ from: stretches[0]?.from ?? 0, to: horizon }] : stretches;
  return {
    ...size,
    ...{ left: LEFT, right, top: TOP, bottom },
    xTicks: ticks(horizon, size.width < 400 ? 4 : 8).map((value) => ({ at: x(value), value })),
    yTicks: ticks(most, 5).map((value) => ({ at: y(value), value })),
    limitY: y(portsPerFamily),
    timeWaitArea: `M${printed([x(0), bottom])}L${line(({ timeWait }) => timeWait)}L${printed([right, bottom])}Z`,
    heldLine: `M${line(({ open, timeWait }) => open + timeWait)}`,
    failing: drawn.map(({ from, to }) => ({ x: x(from), width: x(to) - x(from) })),
    failsInTurn,
  };
}

/** From the moment at which ports run out until the oldest come free, again and again. */
function stretchesOf(firstSeconds: number, periodSeconds: number, horizon: number): { from: number; to: number }[] {
  const count = Math.ceil((horizon - firstSeconds) / periodSeconds);
  return Array.from({ length: Math.min(count, MOST_STRETCHES + 1) }, (_, round) => ({
    from: firstSeconds + round * periodSeconds,
    to: Math.min((round + 1) * periodSeconds, horizon),
  }));
}

/** Round values from 0 to `most`, about so many. */
function ticks(most: number, about: number): number[] {
  const rough = most / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

type Point = readonly [x: number, y: number];

/** Without the points that lie on the line between their neighbours: a curve of straight pieces needs only its corners. */
function straightened(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return true;
    return Math.abs((before[1] + after[1]) / 2 - point[1]) > 0.05;
  });
}

function printed([x, y]: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
