import type { Settings } from '@/engine/simulation/settings';
import type { Figure } from '@/model/figure';
import { sameFault } from '../model/select-segment';

/** The settings after a knob's button was pressed ('profile:linux', 'timestamps:on', 'fault:last-ack', 'sysctl:client.tcp_tw_reuse.1'); null for any other act. */
export function applyAct(act: string, settings: Settings, figure: Figure): Settings | null {
  const [knob = '', choice = ''] = act.split(':');
  switch (knob) {
    case 'profile':
      return choice === 'rfc793' || choice === 'rfc9293' || choice === 'linux'
        ? { ...settings, profile: choice }
        : null;
    case 'timestamps':
      return { ...settings, timestamps: choice === 'on' };
    case 'sysctl':
      return setSysctl(choice, settings, figure);
    case 'fault':
      return toggleFault(choice, settings, figure);
    default:
      return null;
  }
}

/** The settings after a slider was moved; `id` as in `knobId`. */
export function applyRange(id: string, value: number, settings: Settings): Settings {
  switch (id) {
    case 'roundTrip':
      return { ...settings, roundTripMs: value };
    case 'msl':
      return { ...settings, mslMs: value };
    case 'timeWait':
      return { ...settings, timeWaitMs: value };
    default:
      return { ...settings, startMs: { ...settings.startMs, [id.replace(/^start-/, '')]: value } };
  }
}

function setSysctl(choice: string, settings: Settings, figure: Figure): Settings | null {
  const [host = '', name = '', value = ''] = choice.split('.');
  const knob = figure.knobs.find((each) => each.knob === 'sysctl' && each.host === host && each.name === name);
  if (knob?.knob !== 'sysctl' || !knob.choices.includes(Number(value))) return null;
  const others = settings.sysctls ?? {};
  return { ...settings, sysctls: { ...others, [host]: { ...others[host], [knob.name]: Number(value) } } };
}

function toggleFault(id: string, settings: Settings, figure: Figure): Settings | null {
  const choices = figure.knobs.flatMap((knob) => (knob.knob === 'faults' ? knob.choices : []));
  const fault = choices.find((choice) => choice.id === id)?.fault;
  if (!fault) return null;
  const faults = settings.faults ?? figure.scenario.faults;
  const others = faults.filter((other) => !sameFault(other, fault));
  return { ...settings, faults: others.length < faults.length ? others : [...faults, fault] };
}
