import type { MeasureValue } from '@/engine/simulation/measure';
import { run } from '@/engine/simulation/run';
import { withSettings } from '@/engine/simulation/settings';
import { takeMeasure } from '@/engine/simulation/take-measure';
import type { Timeline } from '@/engine/simulation/timeline';
import type { Figure, VerdictSpec } from '@/model/figure';

export type Tone = 'ok' | 'warn' | 'bad';

/** What a measure of a run came to, how that is judged, and what it would be under the settings it is compared with. */
export interface Verdict {
  readonly id: string;
  readonly value: MeasureValue;
  readonly tone: Tone;
  readonly otherwise: MeasureValue | undefined;
  /** What it came to in the run that this one is compared with, where that is something else. */
  readonly before: MeasureValue | undefined;
}

/** What each verdict is compared with: the same measure under its settings. The same for every run of the figure. */
export function comparisonsOf(figure: Figure): ReadonlyMap<string, MeasureValue> {
  return new Map(
    figure.verdicts.flatMap(({ id, measure, compareWith }) =>
      compareWith ? [[id, takeMeasure(run(withSettings(figure.scenario, compareWith)), measure)] as const] : [],
    ),
  );
}

export function verdictsOf(
  figure: Figure,
  timeline: Timeline,
  comparisons: ReadonlyMap<string, MeasureValue>,
  other: Timeline | null = null,
): readonly Verdict[] {
  return figure.verdicts.map((spec) => {
    const value = takeMeasure(timeline, spec.measure);
    const before = other ? takeMeasure(other, spec.measure) : value;
    return {
      id: spec.id,
      value,
      tone: isGood(spec, value) ? 'ok' : spec.otherwise,
      otherwise: comparisons.get(spec.id),
      before: before === value ? undefined : before,
    };
  });
}

function isGood({ good }: VerdictSpec, value: MeasureValue): boolean {
  if ('equals' in good) return value === good.equals;
  if ('not' in good) return value !== good.not;
  return typeof value === 'number' && value <= good.atMost;
}
