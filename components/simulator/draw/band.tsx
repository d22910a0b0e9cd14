import { stateClass, statePattern } from '@/components/ui/state-name';
import type { BandPart } from '../scene/bands';
import { round } from '../scene/geometry';

interface BandMarkProps {
  readonly part: BandPart;
  readonly isInked: boolean;
  readonly isLit: boolean;
  /** Prefix of the patterns' ids in this picture. */
  readonly id: string;
}

export function BandMark({ part, isInked, isLit, id }: BandMarkProps) {
  const { band, top, bottom } = part;
  const { track, state } = band;
  const pattern = statePattern(state);
  const place = { x: round(track.x0), y: round(top), width: round(track.x1 - track.x0), height: round(bottom - top) };
  const edge = track.side === 'right' ? track.x1 - 1.5 : track.x0 + 1.5;
  return (
    <g
      className={`band ${stateClass(state)}${isInked ? '' : ' pencil'}${isLit ? ' lit' : ''}${band.isUnsure ? ' unsure' : ''}`}
      data-state={state}
    >
      <rect className="band-fill" {...place} />
      {isInked && pattern && <rect className="band-pat" {...place} fill={`url(#${id}-${pattern})`} />}
      {band.isChanged && <rect className="band-changed" {...place} />}
      <path className="band-edge" d={`M${round(edge)} ${round(top)}V${round(bottom)}`} />
      <path className="band-cap" d={`M${round(track.x0)} ${round(top)}H${round(track.x1)}`} />
    </g>
  );
}

/** The state's name, above the arrows that pass over the band: the halo of a picked one would hide it. */
export function BandName({ part, isInked }: Pick<BandMarkProps, 'part' | 'isInked'>) {
  const { band, names } = part;
  return (
    <g className={`band ${stateClass(band.state)}${isInked ? '' : ' pencil'}`}>
      {names.map((name) => (
        <text
          key={name.y}
          className="band-name"
          textAnchor="middle"
          {...(name.turned
            ? { transform: `translate(${round(name.x)} ${round(name.y)}) rotate(-90)` }
            : { x: round(name.x), y: round(name.y) })}
        >
          {name.text}
        </text>
      ))}
    </g>
  );
}

/** The two patterns that states of one family share. */
export function Patterns({ id }: { readonly id: string }) {
  const tile = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id={`${id}-hatch`} {...tile} patternTransform="rotate(45)">
        <path d="M0 0V6" className="pat-hatch" />
      </pattern>
      <pattern id={`${id}-dots`} {...tile}>
        <circle cx="1.5" cy="1.5" r=".8" className="pat-dots" />
        <circle cx="4.5" cy="4.5" r=".8" className="pat-dots" />
      </pattern>
    </defs>
  );
}
