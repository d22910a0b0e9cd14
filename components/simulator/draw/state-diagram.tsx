import { stateClass, stateLabel, statePattern } from '@/components/ui/state-name';
import type { TcpState } from '@/engine/tcp/state';
import { round } from '../scene/geometry';
import { type StateNode, type StateToken, stateSceneAt } from '../scene/state-diagram/lay-out-states';
import type { DiagramSize } from '../scene/state-diagram/sizes';
import type { Walk } from '../scene/state-diagram/walks';
import { Patterns } from './band';
import { Arrow } from './state-arrow';
import type { StateWords } from './state-words';
import { named } from './time-diagram';
import { Token } from './token';

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
    // biome-ignore lint/a11y/noSvgWithoutTitle: a picture has a title, what is alive a name
    <svg
      className={size.isSmall ? 'sd sd-phone' : 'sd'}
      viewBox={`${size.left} 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      aria-describedby={`${id}-d`}
      {...named(words.title, `${id}-t`, isAlive)}
    >
      {!isAlive && <title id={`${id}-t`}>{words.title}</title>}
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
