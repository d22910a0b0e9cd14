import { run } from '@/engine/simulation/run';
import type { Scenario } from '@/engine/simulation/scenario';
import type { Figure, Knob } from '@/model/figure';

/** A scenario of the lab as a figure that can be played. It opens at its end: whoever wrote it wants to see what comes of it. */
export function labFigure(scenario: Scenario): Figure {
  const { endMs } = run(scenario);
  return {
    scenario,
    sourceFigure: null,
    views: ['time', 'states'],
    openAtMs: Math.max(0, endMs - scenario.originMs),
    knobs: knobsOf(scenario),
    verdicts: [],
    claims: [],
  };
}

const LONGEST_WAIT_MS = 240_000;
const SWITCHES = [
  { name: 'tcp_tw_reuse', choices: [0, 1] },
  { name: 'tcp_rfc1337', choices: [0, 1] },
] as const;

/** What any scenario can be tried with, without touching its script; and the kernel switches that its script names. */
function knobsOf({ hosts, link }: Scenario): Knob[] {
  const switches = SWITCHES.flatMap(({ name, choices }): Knob[] => {
    const host = hosts.find(({ sysctls }) => sysctls?.[name] !== undefined);
    return host === undefined ? [] : [{ knob: 'sysctl', host: host.id, name, choices: [...choices] }];
  });
  return [
    { knob: 'roundTrip', minMs: 10, maxMs: Math.max(1000, 4 * link.oneWayMs), stepMs: 10 },
    { knob: 'timeWait', minMs: 0, maxMs: LONGEST_WAIT_MS, stepMs: 100 },
    { knob: 'profile', choices: ['rfc793', 'rfc9293', 'linux'] },
    { knob: 'timestamps' },
    ...switches,
  ];
}
