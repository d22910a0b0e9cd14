import type { SegmentRecord } from '@/engine/simulation/timeline';
import { type Arrow, crossBox, legsOf } from './arrows';
import type { Dimensions } from './dimensions';
import { between, cornersOf, type Point, type Polygon } from './geometry';
import type { Obstacles } from './obstacles';
import type { SceneWords } from './scene-words';
import { monoWidth, sansWidth } from './text-width';

/** Text that lies on a slope: centre, angle (always readable from left to right), length. */
export interface SlopedText {
  readonly cx: number;
  readonly cy: number;
  readonly angle: number;
  readonly width: number;
}

export interface SegmentLabel extends SlopedText {
  readonly flags: string;
  /** Null where only the flags fit; the inspector and the table have the numbers. */
  readonly numbers: string | null;
}

export interface Badge extends SlopedText {
  readonly text: string;
}

/** All that is written on one arrow. A copy made by the network carries its badge alone. */
export interface ArrowText {
  readonly label: SegmentLabel | null;
  readonly badges: readonly Badge[];
  /** Where the word under the cross stands; null where there is no cross or no room. */
  readonly lostWord: Point | null;
}

const FRACTIONS = [0.5, 0.47, 0.53, 0.44, 0.56, 0.41, 0.59, 0.38, 0.62, 0.35, 0.65, 0.32, 0.68, 0.29, 0.71, 0.26, 0.74];
/** Above the line first, then below. */
const SIDES = [-1, 1];
const CLEAR_OF_LINE = 4.5;
const TOO_STEEP = 0.9;
const SPACE_BESIDE_BADGE = 6;

/** How a label and its badge may be set, best first. */
type Setting = 'plain' | 'badge beside' | 'badge across';

interface Candidate {
  readonly label: SegmentLabel;
  readonly badge: Badge | null;
  readonly boxes: readonly Polygon[];
}

/** "seq=1001 len=100 ack=5001", as far as the segment has them. */
export function numbersOf(segment: SegmentRecord): string {
  const length = segment.length > 0 ? ` len=${segment.length}` : '';
  const ack = segment.ack === null ? '' : ` ack=${segment.ack}`;
  return `seq=${segment.seq}${length}${ack}`;
}

/**
 * Finds a place for everything that is written on the arrows, in order of sending: on the slope, clear of every arrow, of
 * what is written already and of folds. What finds none is reduced to its flags; never smaller type, never an overlap.
 * `obstacles` holds what is there before, and takes up what is placed.
 */
export function placeLabels(
  arrows: readonly Arrow[],
  obstacles: Obstacles,
  dimensions: Dimensions,
  words: SceneWords,
): ReadonlyMap<number, ArrowText> {
  const texts = new Map<number, ArrowText>();
  for (const arrow of arrows) if (arrow.lostBeyond) obstacles.add(crossBox(endOf(arrow)));
  const lostWords = new Map(arrows.map((arrow) => [arrow.segment.id, placeLostWord(arrow, obstacles, words)]));
  for (const arrow of arrows) {
    const { segment } = arrow;
    const candidate = segment.copyOf === null ? bestCandidate(arrow, obstacles, dimensions, words) : null;
    if (candidate) obstacles.add(...candidate.boxes);
    const onWay = wayBadge(segment, words);
    const badge = onWay === null ? null : placeBadge(arrow, onWay, obstacles, dimensions);
    texts.set(segment.id, {
      label: candidate?.label ?? null,
      badges: [candidate?.badge, badge].filter((each) => each !== null && each !== undefined),
      lostWord: lostWords.get(segment.id) ?? null,
    });
  }
  return texts;
}

/** What stands beside the flags: which transmission it is, or that it challenges. */
function flagBadge(segment: SegmentRecord, words: SceneWords): string | null {
  if (segment.transmission > 1) return words.transmission(segment.transmission);
  return segment.isChallengeAck ? words.challenge : null;
}

/** What the network did to it on its way. */
function wayBadge(segment: SegmentRecord, words: SceneWords): string | null {
  if (segment.copyOf !== null) return words.copy;
  return segment.delayedByMs > 0 && segment.fate !== 'lost' ? words.delayed(segment.delayedByMs) : null;
}

function endOf(arrow: Arrow): Point {
  return arrow.path.at(-1) ?? { x: 0, y: 0 };
}

function placeLostWord(arrow: Arrow, obstacles: Obstacles, words: SceneWords): Point | null {
  if (!arrow.lostBeyond) return null;
  const { x, y } = endOf(arrow);
  const width = sansWidth(words.lost, 10.5);
  for (const baseline of [y + 19, y - 11.5]) {
    const box = cornersOf({ cx: x, cy: baseline - 3.6, width, height: 9.5, angle: 0 });
    if (obstacles.touch(box)) continue;
    obstacles.add(box);
    return { x, y: baseline };
  }
  return null;
}

function bestCandidate(arrow: Arrow, obstacles: Obstacles, dimensions: Dimensions, words: SceneWords): Candidate | null {
  const badge = flagBadge(arrow.segment, words);
  const full: readonly Setting[] = badge === null ? ['plain'] : ['badge beside', 'badge across'];
  const reduced: readonly Setting[] = badge === null ? ['plain'] : ['badge beside', 'badge across', 'plain'];
  for (const [numbers, settings] of [[numbersOf(arrow.segment), full], [null, reduced]] as const) {
    for (const setting of settings) {
      const found = search(arrow, numbers, setting === 'plain' ? null : badge, setting, obstacles, dimensions);
      if (found) return found;
    }
  }
  return null;
}

function search(
  arrow: Arrow,
  numbers: string | null,
  badge: string | null,
  setting: Setting,
  obstacles: Obstacles,
  dimensions: Dimensions,
): Candidate | null {
  for (const leg of legsOf(arrow)) {
    for (const side of SIDES) {
      for (const fraction of FRACTIONS) {
        const candidate = candidateAt(arrow, leg, side, fraction, numbers, badge, setting, dimensions);
        if (candidate && !candidate.boxes.some((box) => leaves(box, leg) || obstacles.touch(box))) return candidate;
      }
    }
  }
  return null;
}

function candidateAt(
  { segment }: Arrow,
  leg: readonly [Point, Point],
  side: number,
  fraction: number,
  numbers: string | null,
  badge: string | null,
  setting: Setting,
  dimensions: Dimensions,
): Candidate | null {
  const angle = readingAngle(leg);
  if (Math.abs(angle) > TOO_STEEP) return null;
  const { fontSize } = dimensions;
  const on = between(leg[0], leg[1], fraction);
  const text = numbers === null ? segment.flags : `${segment.flags}  ${numbers}`;
  const badgeWidth = badge === null ? 0 : monoWidth(badge, fontSize - 1) + 10;
  const beside = setting === 'badge beside' ? badgeWidth + SPACE_BESIDE_BADGE : 0;
  const width = monoWidth(text, fontSize) + beside;
  const off = side * (fontSize * 0.5 + CLEAR_OF_LINE);
  const centre = beyond(on, angle, off);
  const label = { cx: centre.x, cy: centre.y, angle, width, flags: segment.flags, numbers };
  const box = cornersOf({ cx: centre.x, cy: centre.y, width: width + 4, height: fontSize * 1.12, angle });
  if (badge === null) return { label, badge: null, boxes: [box] };
  if (setting === 'badge beside') {
    const along = width / 2 - badgeWidth / 2;
    const cx = centre.x + along * Math.cos(angle);
    const cy = centre.y + along * Math.sin(angle);
    return { label, badge: { cx, cy, angle, width: badgeWidth, text: badge }, boxes: [box] };
  }
  const across = beyond(on, angle, -off * 1.12);
  const place = { cx: across.x, cy: across.y, angle, width: badgeWidth };
  return { label, badge: { ...place, text: badge }, boxes: [box, cornersOf({ ...place, height: fontSize * 1.3 })] };
}

/** A badge by itself: along the last leg, or level beside it where that is steep. */
function placeBadge(arrow: Arrow, text: string, obstacles: Obstacles, dimensions: Dimensions): Badge | null {
  const leg = legsOf(arrow).at(-1);
  if (!leg) return null;
  const width = monoWidth(text, dimensions.fontSize - 1) + 10;
  const height = dimensions.fontSize * 1.3;
  const steep = Math.abs(readingAngle(leg)) > TOO_STEEP;
  const angle = steep ? 0 : readingAngle(leg);
  for (const side of SIDES) {
    for (const fraction of FRACTIONS) {
      const on = between(leg[0], leg[1], fraction);
      const off = side * (height / 2 + CLEAR_OF_LINE);
      const { x, y } = steep ? { x: on.x - side * (width / 2 + 9), y: on.y } : beyond(on, angle, off);
      const box = cornersOf({ cx: x, cy: y, width: width + 2, height, angle });
      if (obstacles.touch(box)) continue;
      obstacles.add(box);
      return { cx: x, cy: y, angle, width, text };
    }
  }
  return null;
}

/** A point beside a line: `off` pixels below it (above, where negative). */
function beyond(point: Point, angle: number, off: number): Point {
  return { x: point.x - off * Math.sin(angle), y: point.y + off * Math.cos(angle) };
}

function readingAngle([start, end]: readonly [Point, Point]): number {
  const angle = Math.atan2(end.y - start.y, end.x - start.x);
  return end.x >= start.x ? angle : angle - Math.PI;
}

/** Labels stay over the stretch that the segment really travelled. */
function leaves(box: Polygon, [start, end]: readonly [Point, Point]): boolean {
  const left = Math.min(start.x, end.x) - 2;
  const right = Math.max(start.x, end.x) + 2;
  return box.some(({ x }) => x < left || x > right);
}

