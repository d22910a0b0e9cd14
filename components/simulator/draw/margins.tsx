import { stateClass } from '@/components/ui/state-name';
import type { AxisMark } from '../scene/axis';
import type { BesideText, CallMark, ShortStateMark } from '../scene/beside';
import type { FoldMark } from '../scene/folds';
import { round } from '../scene/geometry';
import type { Bracket, Head } from '../scene/heads';
import type { Layout } from '../scene/lay-out';
import { sansWidth } from '../scene/text-width';
import type { TimerMark } from '../scene/timers';

/** What stands around the arrows: times, names, calls, timers, folds, the playhead. */

export function Axis({ marks, x }: { readonly marks: readonly AxisMark[]; readonly x: number }) {
  return (
    <g className="td-axis">
      {marks.map((mark) => (
        <text key={mark.ms} x={x} y={round(mark.y + 3.5)} textAnchor="end">
          {mark.text}
        </text>
      ))}
    </g>
  );
}

export function HeadMark({ head, isInked }: { readonly head: Head; readonly isInked: boolean }) {
  return (
    <g className={isInked ? 'lane-head' : 'lane-head pencil'}>
      <text className="lane-name" x={round(head.x)} y={round(head.y)} textAnchor={head.anchor}>
        {head.name}
      </text>
      {head.address && (
        <text className="lane-sub" x={round(head.x)} y={round(head.y + 16)} textAnchor={head.anchor}>
          {head.address}
        </text>
      )}
    </g>
  );
}

export function BracketMark({ bracket }: { readonly bracket: Bracket }) {
  return (
    <g className="bracket">
      <path d={`M${round(bracket.x0)} 6v-4H${round(bracket.x1)}v4`} />
    </g>
  );
}

export function CallMarkView({ call, isInked }: { readonly call: CallMark; readonly isInked: boolean }) {
  const tip = call.toRight
    ? `M${round(call.x + 1)} ${round(call.y)}l6-3.5v7z`
    : `M${round(call.x - 1)} ${round(call.y)}l-6-3.5v7z`;
  return (
    <g className={isInked ? 'call' : 'call pencil'}>
      <path d={tip} />
      {call.label && <Beside label={call.label} drop={3.8} />}
    </g>
  );
}

export function TimerMarkView({ timer, isInked }: { readonly timer: TimerMark; readonly isInked: boolean }) {
  const { x, arm, top, bottom, label } = timer;
  return (
    <g className={isInked ? 'timer' : 'timer pencil'}>
      <path d={`M${round(x + arm)} ${round(top)}H${round(x)}V${round(bottom)}H${round(x + arm)}`} />
      {label && <Beside label={label} drop={3.6} />}
    </g>
  );
}

export function ShortState({ mark, isInked }: { readonly mark: ShortStateMark; readonly isInked: boolean }) {
  return (
    <g className={`short-state ${stateClass(mark.state)}${isInked ? '' : ' pencil'}`}>
      <Beside label={mark.label} drop={3.4} />
    </g>
  );
}

function Beside({ label, drop }: { readonly label: BesideText; readonly drop: number }) {
  return (
    <text x={round(label.x)} y={round(label.y + drop)} textAnchor={label.anchor}>
      {label.text}
    </text>
  );
}

export function FoldView({ fold, x }: { readonly fold: FoldMark; readonly x: number }) {
  return (
    <g className="fold">
      <path className="fold-paper" d={fold.paper} />
      <path className="fold-line" d={fold.upper} />
      <path className="fold-line" d={fold.lower} />
      <text x={round(x)} y={round((fold.top + fold.bottom) / 2 + 4)} textAnchor="middle">
        {fold.text}
      </text>
    </g>
  );
}

/** The line lies under the segments, the pill over everything. It leaves out the gutters where a call stands there. */
export function PlayheadLine({ layout, y }: { readonly layout: Layout; readonly y: number }) {
  const { axisX, width } = layout.dimensions;
  const first = layout.tracks[0]?.x0 ?? 0;
  const last = layout.tracks.at(-1)?.x1 ?? width;
  const written = layout.calls.flatMap(({ label }) => (label && Math.abs(label.y - y) < 8 ? [label.x] : []));
  const from = written.some((x) => x < first) ? first : axisX + 4;
  const to = written.some((x) => x > last) ? last : width;
  return (
    <g className="playhead">
      <path d={`M${round(from)} ${round(y)}H${round(to)}`} />
    </g>
  );
}

export function PlayheadPill({
  layout,
  y,
  text,
}: {
  readonly layout: Layout;
  readonly y: number;
  readonly text: string;
}) {
  const right = layout.dimensions.axisX + 6;
  const width = Math.max(layout.dimensions.size === 'wide' ? 44 : 32, sansWidth(text, 10.5) + 14);
  const left = Math.max(0, right - width);
  return (
    <g className="playhead">
      <rect x={round(left)} y={round(y - 9)} width={round(width)} height="18" rx="9" />
      <text x={round(left + width / 2)} y={round(y + 3.8)} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
