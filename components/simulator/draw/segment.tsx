import { memo } from 'react';
import { type Arrow, legsOf } from '../scene/arrows';
import type { Dimensions } from '../scene/dimensions';
import { type Point, round } from '../scene/geometry';
import type { ArrowText, Badge, SegmentLabel } from '../scene/labels';
import type { Ink } from '../scene/scene-at';
import { barPath, degrees, headPath, shortened, through } from './path';

/** The segment's name says what these show. (A spread, because every svg element passes for focusable with the linter.) */
export const UNSPOKEN = { 'aria-hidden': true } as const;

interface SegmentProps {
  readonly arrow: Arrow;
  readonly text: ArrowText | undefined;
  readonly ink: Ink;
  readonly dimensions: Dimensions;
  readonly lostWord: string;
  readonly isPicked: boolean;
  /** It is a copy of what is picked. */
  readonly isCopyPicked: boolean;
  /** Nothing beyond the playhead is drawn: the picture is held there. */
  readonly isHeld: boolean;
  /** Null while the picture is still a picture; a name for assistive technology once segments can be picked. */
  readonly name: string | null;
  readonly isTabStop: boolean;
}

/** One segment: line, head, cross, label and badges, inked as far as it has travelled. */
export const Segment = memo(function Segment(props: SegmentProps) {
  const { arrow, text, ink, dimensions, isPicked, isCopyPicked, isHeld, name, isTabStop } = props;
  if (isHeld && ink === 'future') return null;
  const { segment } = arrow;
  const classes = ['seg', `k-${segment.kind}`];
  if (ink === 'future') classes.push('pencil');
  if (segment.copyOf !== null) classes.push('copy');
  const role =
    name === null ? {} : { role: 'button', 'aria-label': name, 'aria-pressed': isPicked, tabIndex: isTabStop ? 0 : -1 };
  return (
    <g className={classes.join(' ')}>
      <g className="seg-pick" data-seg={segment.id} {...role}>
        {isPicked && <path className="seg-halo" d={through(arrow.path)} />}
        <path className="seg-hit" d={through(arrow.path)} />
        <Line arrow={arrow} ink={ink} isHeld={isHeld} />
        {isPicked && <Grips arrow={arrow} />}
        {text?.label && <Label label={text.label} fontSize={dimensions.fontSize} />}
      </g>
      <g {...UNSPOKEN}>
        <Notes {...props} />
      </g>
      {name !== null && arrow.lostBeyond === null && <Tip arrow={arrow} isPicked={isPicked || isCopyPicked} />}
    </g>
  );
});

/** What stands around the line: how it ended, and which transmission it is. */
function Notes({ arrow, text, ink, dimensions, lostWord, isHeld }: SegmentProps) {
  const dies = arrow.lostBeyond !== null && (!isHeld || ink === 'past');
  return (
    <>
      {dies && <Cross arrow={arrow} isInked={ink === 'past'} word={text?.lostWord ?? null} lostWord={lostWord} />}
      {text?.badges.map((badge) => (
        <BadgeMark key={badge.text} badge={badge} fontSize={dimensions.fontSize} />
      ))}
    </>
  );
}

function Line({ arrow, ink, isHeld }: { readonly arrow: Arrow; readonly ink: Ink; readonly isHeld: boolean }) {
  const { segment, path, lostBeyond } = arrow;
  const size = segment.kind === 'ack' ? 9 : 10.5;
  if (typeof ink === 'string') {
    return (
      <>
        <path className="seg-line" d={through(lostBeyond ? path : shortened(path, 5))} />
        {!lostBeyond && <path className="seg-head" d={headPath(path, size)} />}
        {!lostBeyond && segment.kind === 'rst' && <path className="seg-bar" d={barPath(path)} />}
      </>
    );
  }
  const legs = legsOf(arrow);
  const travelled = [...path.slice(0, ink.leg + 1), ink.at];
  const rest = [ink.at, ...legs.slice(ink.leg).map(([, to]) => to)];
  return (
    <>
      <path className="seg-line" d={through(travelled)} />
      {!isHeld && <path className="seg-rest" d={through(lostBeyond ? rest : shortened(rest, 5))} />}
      {!isHeld && !lostBeyond && <path className="seg-head rest" d={headPath(path, 9)} />}
      <circle className="seg-dot" cx={round(ink.at.x)} cy={round(ink.at.y)} r="4.5" />
    </>
  );
}

interface CrossProps {
  readonly arrow: Arrow;
  readonly isInked: boolean;
  readonly word: Point | null;
  readonly lostWord: string;
}

function Cross({ arrow, isInked, word, lostWord }: CrossProps) {
  const { x, y } = arrow.path.at(-1) ?? { x: 0, y: 0 };
  return (
    <g className={isInked ? 'death' : 'death pencil'}>
      {arrow.lostBeyond && <path className="seg-ghost" d={through([{ x, y }, arrow.lostBeyond])} />}
      <path className="cross" d={`M${round(x - 5.5)} ${round(y - 5.5)}l11 11m0-11l-11 11`} />
      {word && (
        <text className="cross-word" x={round(word.x)} y={round(word.y)} textAnchor="middle">
          {lostWord}
        </text>
      )}
    </g>
  );
}

function Grips({ arrow }: { readonly arrow: Arrow }) {
  const start = arrow.path[0];
  const end = arrow.lostBeyond ?? arrow.path.at(-1);
  return [start, end].map(
    (at) => at && <circle key={at.x} className="seg-grip" cx={round(at.x)} cy={round(at.y)} r="4.5" />,
  );
}

/** Half of a finger's height; what is not picked can be taken by a mouse only, which needs less. */
const REACH = { picked: 22, other: 9 };

/** Where the segment arrives, for pulling it along the other lifeline. */
function Tip({ arrow, isPicked }: { readonly arrow: Arrow; readonly isPicked: boolean }) {
  const end = arrow.path.at(-1);
  if (!end) return null;
  return (
    <g className={isPicked ? 'tip picked' : 'tip'} data-handle={`arrival:${arrow.segment.id}`} {...UNSPOKEN}>
      <circle className="handle-hit" cx={round(end.x)} cy={round(end.y)} r={isPicked ? REACH.picked : REACH.other} />
      {isPicked && (
        <path
          className="tip-mark"
          d={`M${round(end.x)} ${round(end.y - 13)}l4 4.5h-8zM${round(end.x)} ${round(end.y + 13)}l4 -4.5h-8z`}
        />
      )}
    </g>
  );
}

function Label({ label, fontSize }: { readonly label: SegmentLabel; readonly fontSize: number }) {
  return (
    <g transform={`translate(${round(label.cx)} ${round(label.cy)}) rotate(${degrees(label.angle)})`}>
      <text className="seg-label" x={round(-label.width / 2)} y={round(fontSize * 0.34)}>
        <tspan className="seg-flags">{label.name}</tspan>
        {label.numbers !== null && (
          <>
            {' '}
            <tspan className="seg-nums" dx={round(fontSize * 0.6)}>
              {label.numbers}
            </tspan>
          </>
        )}
      </text>
    </g>
  );
}

function BadgeMark({ badge, fontSize }: { readonly badge: Badge; readonly fontSize: number }) {
  const half = badge.width / 2;
  return (
    <g transform={`translate(${round(badge.cx)} ${round(badge.cy)}) rotate(${degrees(badge.angle)})`}>
      <rect
        className="badge"
        x={round(-half)}
        y={round(-fontSize * 0.62)}
        width={round(badge.width)}
        height={round(fontSize * 1.24)}
        rx="3"
      />
      <text className="badge-t" x="0" y={round(fontSize * 0.31)} textAnchor="middle">
        {badge.text}
      </text>
    </g>
  );
}
