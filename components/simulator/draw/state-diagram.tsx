import { stateClass, stateLabel, statePattern } from '@/components/ui/state-name';
import type { Lane } from '@/engine/simulation/timeline';
import type { TcpState } from '@/engine/tcp/state';
import { round } from '../scene/geometry';
import {
  type StateArrow,
  type StateNode,
  type StateToken,
  stateSceneAt,
  tokenRadius,
} from '../scene/state-diagram/lay-out-states';
import type { DiagramSize } from '../scene/state-diagram/sizes';
import type { Walk } from '../scene/state-diagram/walks';
import { Patterns } from './band';
import { headPath } from './path';
import { roundedPath } from './rounded-path';

/** What a state diagram says, in the reader's language. */
export interface StateWords {
  readonly title: string;
  readonly activeClose: string;
  readonly passiveClose: string;
  readonly simultaneousOpen: string;
  trigger(arrow: number): string;
  action(arrow: number): string;
  tokenLetter(lane: Lane): string;
  /** What choosing a state does, e.g. "FIN_WAIT_2: go to the moment it is entered". */
  nodeName(state: TcpState): string;
}

export interface StateDiagramProps {
  readonly walks: readonly Walk[];
  readonly size: DiagramSize;
  readonly ms: number;
  readonly words: StateWords;
  readonly id: string;
  readonly description: string;
  readonly lit?: TcpState | null;
  /** Nodes can be chosen: they become buttons. */
  readonly isAlive?: boolean;
  /** Draws the tokens; the player's slide. */
  readonly tokens?: (tokens: readonly StateToken[]) => React.ReactNode;
}

/** The eleven states and twenty arrows of RFC 9293 figure 5, with the ways that this run takes and where its hosts are. */
export function StateDiagram({
  walks,
  size,
  ms,
  words,
  id,
  description,
  lit = null,
  isAlive = false,
  tokens,
}: StateDiagramProps) {
  const scene = stateSceneAt(walks, size, ms);
  return (
    <svg
      className={size.isSmall ? 'sd sd-phone' : 'sd'}
      viewBox={`${size.left} 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role={isAlive ? 'group' : 'img'}
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
    >
      <title id={`${id}-t`}>{words.title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <Patterns id={id} />
      <Regions size={size} words={words} />
      {scene.arrows.map((arrow) => (
        <Arrow key={arrow.transition.number} arrow={arrow} size={size} words={words} />
      ))}
      {scene.nodes.map((node) => (
        <Node
          key={node.state}
          node={node}
          size={size}
          id={id}
          isLit={lit === node.state}
          name={isAlive ? words.nodeName(node.state) : null}
        />
      ))}
      {tokens
        ? tokens(scene.tokens)
        : scene.tokens.map((token) => (
            <Token key={token.walk.lane.id} token={token} size={size} letter={words.tokenLetter(token.walk.lane)} />
          ))}
    </svg>
  );
}

function Regions({ size, words }: { readonly size: DiagramSize; readonly words: StateWords }) {
  const { x, y, nodeWidth, nodeHeight, isSmall } = size;
  const margin = isSmall ? 9 : 30;
  const left = x.left - nodeWidth / 2 - margin;
  const middle = x.closing + nodeWidth / 2 + (isSmall ? 6 : 60);
  const passive = x.right - nodeWidth / 2 - (isSmall ? 6 : 22);
  const right = x.right + nodeWidth / 2 + (isSmall ? 6 : 42);
  const top = y.fin - nodeHeight / 2 - (isSmall ? 12 : 20);
  const bottom = y.last + nodeHeight / 2 + (isSmall ? 14 : 16);
  const box = { y: top, height: bottom - top, rx: isSmall ? 8 : 10 };
  return (
    <g className="region">
      <rect x={left} width={middle - left} {...box} />
      <rect x={passive} width={right - passive} {...box} />
      <text
        x={isSmall ? (left + middle) / 2 : middle}
        y={top - (isSmall ? 6 : 9)}
        textAnchor={isSmall ? 'middle' : 'end'}
      >
        {words.activeClose}
      </text>
      <text
        x={isSmall ? (passive + right) / 2 : right}
        y={isSmall ? bottom + 14 : top - 9}
        textAnchor={isSmall ? 'middle' : 'end'}
      >
        {words.passiveClose}
      </text>
    </g>
  );
}

interface ArrowProps {
  readonly arrow: StateArrow;
  readonly size: DiagramSize;
  readonly words: StateWords;
}

function Arrow({ arrow, size, words }: ArrowProps) {
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

interface NodeProps {
  readonly node: StateNode;
  readonly size: DiagramSize;
  readonly id: string;
  readonly isLit: boolean;
  readonly name: string | null;
}

function Node({ node, size, id, isLit, name }: NodeProps) {
  const { state, centre, isQuiet } = node;
  const pattern = statePattern(state);
  const box = {
    x: round(centre.x - size.nodeWidth / 2),
    y: round(centre.y - size.nodeHeight / 2),
    width: size.nodeWidth,
    height: size.nodeHeight,
    rx: size.isSmall ? 5 : 7,
  };
  const role = name === null ? {} : { role: 'button', tabIndex: 0, 'aria-label': name };
  return (
    <g
      className={`node ${stateClass(state)}${isQuiet ? ' quiet' : ''}${isLit ? ' lit' : ''}`}
      data-node={state}
      {...role}
    >
      <rect className="node-box" {...box} />
      {pattern && <rect className="band-pat" {...box} fill={`url(#${id}-${pattern})`} />}
      <text
        className="node-name"
        x={round(centre.x)}
        y={round(centre.y + (size.isSmall ? 3.4 : 4.5))}
        textAnchor="middle"
      >
        {stateLabel(state)}
      </text>
    </g>
  );
}

interface TokenProps {
  readonly token: StateToken;
  readonly size: DiagramSize;
  readonly letter: string;
}

export function Token({ token, size, letter }: TokenProps) {
  return (
    <g className="token" transform={`translate(${round(token.at.x)} ${round(token.at.y)})`}>
      <TokenShape shape={token.walk.shape} letter={letter} size={size} />
    </g>
  );
}

interface TokenShapeProps {
  readonly shape: 'round' | 'square';
  readonly letter: string;
  readonly size: DiagramSize;
}

/** Drawn around the origin; its place is its group's. */
export function TokenShape({ shape, letter, size }: TokenShapeProps) {
  const radius = tokenRadius(size);
  return (
    <>
      {shape === 'round' ? (
        <circle r={radius} />
      ) : (
        <rect x={-radius} y={-radius} width={2 * radius} height={2 * radius} rx="2.5" />
      )}
      <text y={size.isSmall ? 3.4 : 4.4} textAnchor="middle">
        {letter}
      </text>
    </>
  );
}
