import type { Fault, Scenario } from '@/engine/simulation/scenario';
import type { Settings } from '@/engine/simulation/settings';
import { PROFILES, timeWaitDuration } from '@/engine/tcp/profile';
import type { Figure, Knob } from '@/model/figure';
import { formatDuration, formatSeconds } from '../words/durations';
import type { Speech } from '../words/speech';
import { type Pair, pairsOf } from './pairs';
import { sameFault } from './select-segment';

/** A control of a figure as it stands under some settings. `act` is what it asks of the player when it is used. */
export type KnobView = RangeKnob | ChoiceKnob | FaultKnob;

export interface RangeKnob {
  readonly type: 'range';
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly text: string;
}

export interface ChoiceKnob {
  readonly type: 'choice';
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly act: string; readonly label: string; readonly isChosen: boolean }[];
}

export interface FaultKnob {
  readonly type: 'faults';
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly act: string; readonly label: string; readonly isOn: boolean }[];
}

/** While two settings are compared, what they override is not there to be set. */
export function knobViews(
  figure: Figure,
  settings: Settings,
  speech: Speech,
  pair: Pair | null = null,
  pairs: readonly Pair[] = pairsOf(figure, settings),
): readonly KnobView[] {
  const knobs = figure.knobs.filter(({ knob }) => !pair?.overrides.includes(knob));
  return [...knobs.map((knob) => viewOf(knob, figure.scenario, settings, speech)), compareKnob(pairs, pair, speech)];
}

/** What to see side by side. */
function compareKnob(pairs: readonly Pair[], chosen: Pair | null, speech: Speech): ChoiceKnob {
  return {
    type: 'choice',
    id: 'compare',
    label: speech.plain('compare.title'),
    options: [
      { act: 'compare:off', label: speech.plain('compare.off'), isChosen: chosen === null },
      ...pairs.map((pair) => ({
        act: `compare:${pair.id}`,
        label: speech.plain(`compare.${pair.id}.short`),
        isChosen: pair.id === chosen?.id,
      })),
    ],
  };
}

/** The name of a knob: `start-c2` for the start of socket c2, a sysctl's own, else its kind. */
function knobId(knob: Knob): string {
  if (knob.knob === 'sysctl') return knob.name;
  return knob.knob === 'start' ? `start-${knob.socket}` : knob.knob;
}

function viewOf(knob: Knob, scenario: Scenario, settings: Settings, speech: Speech): KnobView {
  const id = knobId(knob);
  const label = labelOf(knob, id, speech);
  switch (knob.knob) {
    case 'roundTrip':
    case 'msl':
    case 'timeWait':
    case 'start': {
      const value = rangeValue(knob, scenario, settings);
      const { minMs: min, maxMs: max, stepMs: step } = knob;
      return { type: 'range', id, label, min, max, step, value, text: textOf(knob, value, speech) };
    }
    case 'profile': {
      const chosen = settings.profile ?? scenario.profile;
      const options = knob.choices.map((name) => ({
        act: `profile:${name}`,
        label: speech.plain(`profiles.${name}`),
        isChosen: name === chosen,
      }));
      return { type: 'choice', id, label, options };
    }
    case 'timestamps': {
      const isOn = settings.timestamps ?? scenario.hosts.some((host) => host.timestamps);
      const option = (on: boolean) => ({
        act: `timestamps:${on ? 'on' : 'off'}`,
        label: speech.plain(`knobs.${on ? 'on' : 'off'}`),
        isChosen: on === isOn,
      });
      return { type: 'choice', id, label, options: [option(false), option(true)] };
    }
    case 'sysctl': {
      const { host, name, choices } = knob;
      const set = settings.sysctls?.[host]?.[name] ?? scenario.hosts.find((each) => each.id === host)?.sysctls?.[name];
      const options = choices.map((choice, index) => ({
        act: `sysctl:${host}.${name}.${choice}`,
        label: String(choice),
        isChosen: set === undefined ? index === 0 : choice === set,
      }));
      return { type: 'choice', id, label, options };
    }
    case 'faults': {
      const faults = settings.faults ?? scenario.faults;
      const options = knob.choices.map((choice) => ({
        act: `fault:${choice.id}`,
        label: speech.plain(`figure.faults.${choice.id}`),
        isOn: isOn(choice.fault, faults),
      }));
      return { type: 'faults', id, label, options };
    }
  }
}

function isOn(fault: Fault, faults: readonly Fault[]): boolean {
  return faults.some((other) => sameFault(other, fault));
}

function labelOf(knob: Knob, id: string, speech: Speech): string {
  if (speech.has(`figure.knobs.${id}`)) return speech.plain(`figure.knobs.${id}`);
  if (knob.knob === 'sysctl') return knob.name;
  return speech.plain(`knobs.${knob.knob}`, knob.knob === 'start' ? { socket: knob.socket } : {});
}

type RangeSpec = Extract<Knob, { minMs: number }>;

/** What holds now: a setting, else what the scenario says, else what its profile says. */
function rangeValue(knob: RangeSpec, scenario: Scenario, settings: Settings): number {
  const profile = PROFILES[settings.profile ?? scenario.profile];
  const mslMs = settings.mslMs ?? scenario.timers.mslMs ?? profile.mslMs;
  switch (knob.knob) {
    case 'roundTrip':
      return settings.roundTripMs ?? 2 * scenario.link.oneWayMs;
    case 'msl':
      return mslMs;
    case 'timeWait':
      return settings.timeWaitMs ?? scenario.timers.timeWaitMs ?? timeWaitDuration({ ...profile, mslMs });
    case 'start':
      return settings.startMs?.[knob.socket] ?? startOf(knob.socket, scenario);
  }
}

/** The range of a knob and where it stands; null where the figure has none of that kind. */
export function knobRange(kind: RangeSpec['knob'], figure: Figure, settings: Settings) {
  const knob = figure.knobs.find((each): each is RangeSpec => each.knob === kind);
  if (!knob) return null;
  const { minMs, maxMs, stepMs } = knob;
  return { minMs, maxMs, stepMs, value: rangeValue(knob, figure.scenario, settings) };
}

function startOf(socket: string, scenario: Scenario): number {
  const first = scenario.sockets.find((each) => each.id === socket)?.steps[0];
  return (first?.atMs ?? scenario.originMs) - scenario.originMs;
}

function textOf(knob: RangeSpec, ms: number, speech: Speech): string {
  if (knob.knob === 'roundTrip') return speech.plain('units.milliseconds', { n: ms });
  return knob.knob === 'msl' || ms >= 10_000 ? formatDuration(ms, speech) : formatSeconds(ms, speech);
}
