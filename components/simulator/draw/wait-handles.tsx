import { round } from '../scene/geometry';
import type { Layout } from '../scene/lay-out';
import { UNSPOKEN } from './segment';

interface WaitHandlesProps {
  readonly layout: Layout;
  /** The end of TIME_WAIT can be pulled, and the mark of one MSL within it. */
  readonly wait: boolean;
  readonly msl: boolean;
}

/** Half the height of a finger. */
const REACH = 22;
const LEAST_FOR_BOTH = 40;

/** Pills on TIME_WAIT, for pulling: at its end, and at half of it, which is one MSL. The sliders above do the same by keyboard. */
export function WaitHandles({ layout, wait, msl }: WaitHandlesProps) {
  const ends = layout.bands.filter((band) => band.state === 'TIME_WAIT' && band.bottom < layout.height - 1);
  return ends.map(({ interval, track, top, bottom }) => {
    if (interval === null) return null;
    const x = (track.x0 + track.x1) / 2;
    const half = Math.min(15, (track.x1 - track.x0) / 2 - 1);
    const middle = layout.scale.y(midOf(layout, interval));
    return (
      <g key={interval} {...UNSPOKEN}>
        {msl && bottom - top >= LEAST_FOR_BOTH && (
          <g className="handle msl" data-handle={`msl:${interval}`}>
            <rect
              className="handle-hit"
              x={round(x - REACH)}
              y={round(middle - REACH)}
              width="44"
              height={round(Math.min(REACH, (bottom - middle) / 2) + REACH)}
            />
            <path className="handle-mark" d={`M${round(track.x0)} ${round(middle)}H${round(track.x1)}`} />
            <Pill x={x} y={middle} half={half} />
            <text x={round(x)} y={round(middle + 3)} textAnchor="middle">
              {half < 15 ? '½' : 'MSL'}
            </text>
          </g>
        )}
        {wait && (
          <g className="handle" data-handle={`time-wait:${interval}`}>
            <rect
              className="handle-hit"
              x={round(x - REACH)}
              y={round(bottom - Math.min(REACH, (bottom - middle) / 2))}
              width="44"
              height={round(REACH + Math.min(REACH, (bottom - middle) / 2))}
            />
            <Pill x={x} y={bottom} half={half} />
            <path d={`M${round(x - 6)} ${round(bottom - 1.5)}h12M${round(x - 6)} ${round(bottom + 1.5)}h12`} />
          </g>
        )}
      </g>
    );
  });
}

function midOf({ timeline }: Layout, interval: number): number {
  const wait = timeline.intervals[interval];
  return wait ? (wait.fromMs + (wait.toMs ?? wait.fromMs)) / 2 : 0;
}

function Pill({ x, y, half }: { readonly x: number; readonly y: number; readonly half: number }) {
  return (
    <rect className="handle-pill" x={round(x - half)} y={round(y - 6)} width={round(2 * half)} height="12" rx="6" />
  );
}
