import type { SegmentRecord } from '@/engine/simulation/timeline';
import { type Arrow, crossBox, legsOf } from './arrows';
import type { Dimensions } from './dimensions';
import { between, cornersOf, type Point, type Polygon, rectangle } from './geometry';
import type { Obstacles } from './obstacles';
import type { SceneWords } from './scene-words';
import { monoWidth, sansWidth } from './text-width';
import { type Wording, wordingsOf } from './wordings';

/** Text that lies on a slope: centre, angle (always readable from left to right), length. */
export interface SlopedText {
  readonly cx: number;
  readonly cy: number;
  readonly angle: number;
  readonly width: number;
}

export interface SegmentLabel extends SlopedText {
  /** What the segment is: its flags, or the data it carries. */
  readonly name: string;
  /** Null where only the name fits; the inspector and the table have the numbers. */
  readonly numbers: string | null;
  /** How far it is reduced: 0 for all numbers, 1 for the sequence number alone, 2 for none, 3 for FIN alone. */
  readonly reduction: number;
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

/** Parts of the way at which a label is tried: from the middle outwards. */
const FRACTIONS = [
  0.5,
  ...Array.from({ length: 13 }, (_, i) => 0.03 * (i + 1)).flatMap((off) => [0.5 - off, 0.5 + off]),
];
/** Above the line first, then below. */
const SIDES = [-1, 1];
const CLEAR_OF_LINE = 4.5;
const CLEAR_OF_STEEP = 9;
const TOO_STEEP = 0.9;
const SPACE_BESIDE_BADGE = 6;
const ROUNDS = 3;
/** No label is further above or below its arrow. */
const AROUND = 48;

/** How a label and its badge may be set, best first. */
type Setting = 'plain' | 'badge beside' | 'badge across';

interface Candidate {
  readonly label: SegmentLabel;
  readonly badge: Badge | null;
  readonly boxes: readonly Polygon[];
}

/**
 * Finds a place for everything that is written on the arrows, in order of sending: on the slope, clear of every arrow, of
 * what is written already and of folds. What finds none is reduced to its name; never smaller type, never an overlap.
 * Arrows that cross from the same moment on are reduced alike. `obstacles` holds what is there before.
 */
export function placeLabels(
  arrows: readonly Arrow[],
  obstacles: Obstacles,
  dimensions: Dimensions,
  words: SceneWords,
): ReadonlyMap<number, ArrowText> {
  let reductions: ReadonlyMap<number, number> = new Map();
  let texts = placeAll(arrows, obstacles.copy(), dimensions, words, reductions);
  for (let round = 0; round < ROUNDS; round += 1) {
    const alike = reducedAlike(arrows, texts);
    if ([...alike].every(([id, reduction]) => reductions.get(id) === reduction)) break;
    reductions = new Map([...reductions, ...alike]);
    texts = placeAll(arrows, obstacles.copy(), dimensions, words, reductions);
  }
  return texts;
}

function reducedAlike(arrows: readonly Arrow[], texts: ReadonlyMap<number, ArrowText>): ReadonlyMap<number, number> {
  const reductionOf = (arrow: Arrow) => texts.get(arrow.segment.id)?.label?.reduction ?? 0;
  const alike = new Map<number, number>();
  for (const arrow of arrows) {
    const { sentMs, id } = arrow.segment;
    const twins = arrows.filter((other) => other.segment.sentMs === sentMs && other.rightward !== arrow.rightward);
    if (twins.length > 0) alike.set(id, Math.max(reductionOf(arrow), ...twins.map(reductionOf)));
  }
  return alike;
}

/** `reductions`: how far the label of an arrow is to be reduced at least. */
function placeAll(
  arrows: readonly Arrow[],
  obstacles: Obstacles,
  dimensions: Dimensions,
  words: SceneWords,
  reductions: ReadonlyMap<number, number>,
): ReadonlyMap<number, ArrowText> {
  const texts = new Map<number, ArrowText>();
  for (const arrow of arrows) if (arrow.lostBeyond) obstacles.add(crossBox(endOf(arrow)));
  const lostWords = new Map(arrows.map((arrow) => [arrow.segment.id, placeLostWord(arrow, obstacles, words)]));
  for (const arrow of arrows) {
    const { segment } = arrow;
    const least = reductions.get(segment.id) ?? 0;
    const candidate = segment.copyOf === null ? bestCandidate(arrow, obstacles, dimensions, words, least) : null;
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

function bestCandidate(
  arrow: Arrow,
  obstacles: Obstacles,
  dimensions: Dimensions,
  words: SceneWords,
  least: number,
): Candidate | null {
  const wanted = wantedOf(arrow.segment, flagBadge(arrow.segment, words)).filter(({ reduction }) => reduction >= least);
  const legs = legsOf(arrow);
  const near = obstacles.near(roomAround(arrow.path));
  const isGentle = (leg: Leg) => Math.abs(readingAngle(leg)) <= TOO_STEEP;
  // A steep leg is written beside, and only where no other will do.
  for (const gentle of [true, false]) {
    for (const each of wanted) {
      for (const leg of legs.filter((one) => isGentle(one) === gentle)) {
        const found = search(leg, gentle ? leg : arrow.path, !gentle, each, near, dimensions);
        if (found) return found;
      }
    }
  }
  return null;
}

type Leg = readonly [Point, Point];

/** What is to be written, and how. */
interface Wanted extends Wording {
  readonly reduction: number;
  readonly badge: string | null;
  readonly setting: Setting;
}

/** Every wording in every setting, best first. The badge is given up last. */
function wantedOf(segment: SegmentRecord, badge: string | null): readonly Wanted[] {
  const withBadge: readonly Setting[] = badge === null ? ['plain'] : ['badge beside', 'badge across'];
  return wordingsOf(segment).flatMap((wording, reduction) => {
    const isBare = wording.numbers === null && badge !== null;
    const settings: readonly Setting[] = isBare ? [...withBadge, 'plain'] : withBadge;
    return settings.map((setting) => ({ ...wording, reduction, setting, badge: setting === 'plain' ? null : badge }));
  });
}

function search(
  leg: Leg,
  span: readonly Point[],
  isSteep: boolean,
  wanted: Wanted,
  obstacles: Obstacles,
  dimensions: Dimensions,
): Candidate | null {
  const left = Math.min(...span.map(({ x }) => x)) - 2;
  const right = Math.max(...span.map(({ x }) => x)) + 2;
  const leaves = (box: Polygon) => box.some(({ x }) => x < left || x > right);
  for (const side of SIDES) {
    for (const fraction of FRACTIONS) {
      const candidate = candidateAt(leg, isSteep, side, fraction, wanted, dimensions);
      if (!candidate.boxes.some((box) => leaves(box) || obstacles.touch(box))) return candidate;
    }
  }
  return null;
}

function candidateAt(
  leg: Leg,
  isSteep: boolean,
  side: number,
  fraction: number,
  { name, numbers, reduction, badge, setting }: Wanted,
  { fontSize }: Dimensions,
): Candidate {
  const on = between(leg[0], leg[1], fraction);
  const text = numbers === null ? name : `${name}  ${numbers}`;
  const badgeWidth = badge === null ? 0 : monoWidth(badge, fontSize - 1) + 10;
  const beside = setting === 'badge beside' ? badgeWidth + SPACE_BESIDE_BADGE : 0;
  const width = monoWidth(text, fontSize) + beside;
  const angle = isSteep ? 0 : readingAngle(leg);
  const off = side * (fontSize * 0.5 + CLEAR_OF_LINE);
  const centre = isSteep ? { x: on.x - side * (width / 2 + CLEAR_OF_STEEP), y: on.y } : beyond(on, angle, off);
  const label = { cx: centre.x, cy: centre.y, angle, width, name, numbers, reduction };
  const box = cornersOf({ ...label, width: width + 4, height: labelHeight({ fontSize }) });
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

export function labelHeight({ fontSize }: Pick<Dimensions, 'fontSize'>): number {
  return fontSize * 1.12;
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
      const { x, y } = steep ? { x: on.x - side * (width / 2 + CLEAR_OF_STEEP), y: on.y } : beyond(on, angle, off);
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

/** All that a label of this arrow could ever touch: it stays over the stretch that the segment really travelled. */
function roomAround(path: readonly Point[]): Polygon {
  const xs = path.map(({ x }) => x);
  const ys = path.map(({ y }) => y);
  return rectangle(Math.min(...xs) - 4, Math.min(...ys) - AROUND, Math.max(...xs) + 4, Math.max(...ys) + AROUND);
}

/** Where everything written on an arrow stands. */
export function boxesOf({ label, badges }: ArrowText, dimensions: Dimensions): readonly Polygon[] {
  const boxes = badges.map((badge) => cornersOf({ ...badge, height: dimensions.fontSize * 1.3 }));
  return label ? [cornersOf({ ...label, height: labelHeight(dimensions) }), ...boxes] : boxes;
}
