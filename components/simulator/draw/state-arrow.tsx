import { round } from '../scene/geometry';
import type { StateArrow } from '../scene/state-diagram/lay-out-states';
import type { DiagramSize } from '../scene/state-diagram/sizes';
import { headPath } from './path';
import { roundedPath } from './rounded-path';
import type { StateWords } from './state-words';

interface ArrowProps {
  readonly arrow: StateArrow;
  readonly size: DiagramSize;
  readonly words: StateWords;
}

/** One way from state to state: trigger over the line, action under it; in a small diagram a number. */
export function Arrow({ arrow, size, words }: ArrowProps) {
  const { transition, way, isWalked } = arrow;
  const points = transition.path(size);
  const headSize = size.isSmall ? 8 : way !== 'other' && isWalked ? 13 : 10;
  return (
    <g className={`arrow a-${way}${isWalked ? ' walked' : ''}`} data-arrow={transition.number}>
      <path className="arrow-line" d={roundedPath(points, size.corner, size.isSmall ? 5 : 7)} />
      <path className="arrow-head" d={headPath(points, headSize, 0.4, 0.75)} />
      {size.isSmall ? (
        <ArrowNumber arrow={arrow} size={size} />
      ) : (
        <ArrowWords arrow={arrow} size={size} words={words} />
      )}
    </g>
  );
}

function ArrowNumber({ arrow, size }: Omit<ArrowProps, 'words'>) {
  const { badge } = arrow.transition.label(size);
  return (
    <>
      <circle className="num" cx={round(badge.x)} cy={round(badge.y)} r="7.5" />
      <text className="num-t" x={round(badge.x)} y={round(badge.y + 3.2)} textAnchor="middle">
        {arrow.transition.number}
      </text>
    </>
  );
}

function ArrowWords({ arrow, size, words }: ArrowProps) {
  const { number } = arrow.transition;
  const { how, at } = arrow.transition.label(size);
  const trigger = words.trigger(number);
  const action = words.action(number);
  const note = number === 8 ? words.simultaneousOpen : null;
  const place = (drop: number): { x: number; y: number; textAnchor: 'start' | 'middle' | 'end' } => {
    if (how === 'over') return { x: round(at.x), y: round(at.y + drop), textAnchor: 'middle' };
    return {
      x: round(at.x + (how === 'left' ? -9 : 9)),
      y: round(at.y + drop),
      textAnchor: how === 'left' ? 'end' : 'start',
    };
  };
  return (
    <>
      <text className="alab" {...place(how === 'over' ? -6.5 : -3)}>
        {trigger}
        {note && <tspan className="alab-note"> {note}</tspan>}
      </text>
      {action && (
        <text className="alab act" {...place(how === 'over' ? 15 : 12)}>
          {action}
        </text>
      )}
    </>
  );
}
