import { lazy, Suspense } from 'react';
import type { Timeline } from '@/engine/simulation/timeline';
import { Token } from '../draw/token';
import type { StateToken } from '../scene/state-diagram/lay-out-states';
import type { DiagramSize } from '../scene/state-diagram/sizes';
import { laneLetter } from '../words/host-names';

const MovingTokens = lazy(() => import('./moving-tokens').then((module) => ({ default: module.MovingTokens })));

interface TokensProps {
  readonly tokens: readonly StateToken[];
  readonly size: DiagramSize;
  readonly timeline: Timeline;
}

/** The tokens, still until what moves them has come. */
export function Tokens({ tokens, size, timeline }: TokensProps) {
  const letterOf = (token: StateToken) => laneLetter(token.walk.lane, timeline);
  const still = tokens.map((token) => (
    <Token key={token.walk.lane.id} token={token} size={size} letter={letterOf(token)} />
  ));
  return (
    <Suspense fallback={still}>
      <MovingTokens tokens={tokens} size={size} letterOf={letterOf} />
    </Suspense>
  );
}
