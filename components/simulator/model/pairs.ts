import type { Scenario } from '@/engine/simulation/scenario';
import type { Settings } from '@/engine/simulation/settings';
import { PROFILES, timeWaitDuration } from '@/engine/tcp/profile';
import type { Figure, Knob } from '@/model/figure';

/** Two settings that are worth seeing side by side. What else the reader has set holds for both. */
export interface Pair {
  readonly id: 'expected' | 'wait' | 'profile' | 'timestamps';
  readonly a: Settings;
  readonly b: Settings;
  /** Controls that say nothing while these two are compared. */
  readonly overrides: readonly Knob['knob'][];
  /** The second is another scenario than the figure's. */
  readonly other?: Scenario;
}

/**
 * What can be compared in a figure: no TIME_WAIT against 2 MSL always, the others where the figure lets a reader set them;
 * and before all, what happens with what the reader had `expected`.
 */
export function pairsOf(figure: Figure, settings: Settings, expected: Scenario | null = null): readonly Pair[] {
  const has = (kind: Knob['knob']) => figure.knobs.some(({ knob }) => knob === kind);
  const profile = PROFILES[settings.profile ?? figure.scenario.profile];
  const mslMs = settings.mslMs ?? figure.scenario.timers.mslMs ?? profile.mslMs;
  const wait: Pair = {
    id: 'wait',
    a: { timeWaitMs: 0 },
    b: { timeWaitMs: timeWaitDuration({ ...profile, mslMs }) },
    overrides: ['timeWait', 'msl'],
  };
  return [
    ...(expected ? [{ id: 'expected', a: {}, b: {}, overrides: [], other: expected } as const] : []),
    wait,
    ...(has('profile')
      ? [{ id: 'profile', a: { profile: 'rfc793' }, b: { profile: 'linux' }, overrides: ['profile'] } as const]
      : []),
    ...(has('timestamps')
      ? [{ id: 'timestamps', a: { timestamps: false }, b: { timestamps: true }, overrides: ['timestamps'] } as const]
      : []),
  ];
}
