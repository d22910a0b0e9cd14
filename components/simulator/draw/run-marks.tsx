import type { Arrow } from '../scene/arrows';
import { round } from '../scene/geometry';
import { type RunSign, SIGN_RADIUS } from '../scene/run-marks';
import { headPath, shortened, through } from './path';
import { UNSPOKEN } from './segment';

/** A segment of the run that this one is compared with, where it was. */
export function GhostMark({ arrow }: { readonly arrow: Arrow }) {
  const { path, lostBeyond } = arrow;
  return (
    <g className="gone" {...UNSPOKEN}>
      <path className="gone-line" d={through(lostBeyond ? path : shortened(path, 5))} />
      {!lostBeyond && <path className="gone-head" d={headPath(path, 8)} />}
    </g>
  );
}

/** A plus or a minus in a circle on its arrow. */
export function SignMark({ sign: { sign, at }, isInked }: { readonly sign: RunSign; readonly isInked: boolean }) {
  const { x, y } = at;
  const arm = 3;
  const shape = {
    '+': `M${round(x - arm)} ${round(y)}h${2 * arm}M${round(x)} ${round(y - arm)}v${2 * arm}`,
    '−': `M${round(x - arm)} ${round(y)}h${2 * arm}`,
    '≠': `M${round(x - arm)} ${round(y - 1.4)}h${2 * arm}m0 2.8h${-2 * arm}M${round(x + 2)} ${round(y - 3.6)}l-4 7.2`,
  };
  return (
    <g className={`sign ${sign === '−' ? 'minus' : 'plus'}${isInked ? '' : ' pencil'}`} {...UNSPOKEN}>
      <circle cx={round(x)} cy={round(y)} r={SIGN_RADIUS} />
      <path d={shape[sign]} />
    </g>
  );
}
