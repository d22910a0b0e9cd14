import { LazyMotion } from 'framer-motion';
import * as m from 'framer-motion/m';
import { useState } from 'react';
import { TokenShape } from '../draw/token';
import type { Point } from '../scene/geometry';
import type { StateToken } from '../scene/state-diagram/lay-out-states';
import type { DiagramSize } from '../scene/state-diagram/sizes';
import { transitionBetween } from '../scene/state-diagram/transitions';

interface MovingTokensProps {
  readonly tokens: readonly StateToken[];
  readonly size: DiagramSize;
  readonly letterOf: (token: StateToken) => string;
}

const features = () => import('./motion-features').then((module) => module.domAnimation);

/** Tokens that slide along the arrow they take; where less motion is wished they are simply there. */
export function MovingTokens({ tokens, size, letterOf }: MovingTokensProps) {
  return (
    <LazyMotion strict features={features}>
      {tokens.map((token) => (
        <MovingToken key={token.walk.lane.id} token={token} size={size} letter={letterOf(token)} />
      ))}
    </LazyMotion>
  );
}

const SLIDE_S = 0.42;

function MovingToken({
  token,
  size,
  letter,
}: {
  readonly token: StateToken;
  readonly size: DiagramSize;
  readonly letter: string;
}) {
  const [move, setMove] = useState({ from: token, to: token });
  if (move.to.state !== token.state || move.to.at.x !== token.at.x || move.to.at.y !== token.at.y) {
    setMove({ from: move.to, to: token });
  }
  const way = wayBetween(move.from, token, size);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches || way.length < 2;
  const { times } = paced(way);
  return (
    <m.g
      className="token"
      initial={false}
      animate={isStill ? { x: token.at.x, y: token.at.y } : { x: way.map((p) => p.x), y: way.map((p) => p.y) }}
      transition={isStill ? { duration: 0 } : { duration: SLIDE_S, times, ease: 'easeInOut' }}
    >
      <TokenShape shape={token.walk.shape} letter={letter} size={size} />
    </m.g>
  );
}

/** From the old corner along the arrow to the new one; straight where no arrow leads there. */
function wayBetween(from: StateToken, to: StateToken, size: DiagramSize): readonly Point[] {
  if (from.state === to.state) return [to.at];
  const along = transitionBetween(from.state, to.state)?.path(size) ?? [];
  return [from.at, ...along, to.at];
}

/** Each stretch takes as much of the slide as it is long. */
function paced(way: readonly Point[]): { readonly times: number[] } {
  const lengths = way.slice(1).map((point, index) => {
    const before = way[index] ?? point;
    return Math.hypot(point.x - before.x, point.y - before.y);
  });
  const total = lengths.reduce((sum, length) => sum + length, 0) || 1;
  const upTo = (count: number) => lengths.slice(0, count).reduce((sum, length) => sum + length, 0);
  return { times: way.map((_, index) => upTo(index) / total) };
}
