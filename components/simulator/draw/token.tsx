import { round } from '../scene/geometry';
import { type StateToken, tokenRadius } from '../scene/state-diagram/lay-out-states';
import type { DiagramSize } from '../scene/state-diagram/sizes';

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
