import type { Fault, HostId, ProfileName, Scenario, Sysctls } from './scenario';

/** What a reader, a quiz or a link changes in a scenario. Absent = as the scenario says. */
export interface Settings {
  readonly roundTripMs?: number;
  readonly mslMs?: number;
  readonly timeWaitMs?: number;
  readonly profile?: ProfileName;
  readonly timestamps?: boolean;
  /** Replaces the scenario's faults. */
  readonly faults?: readonly Fault[];
  /** First step of a socket not before this moment, counted from the scenario's origin. */
  readonly startMs?: Readonly<Record<string, number>>;
  /** By host; each replaces what the scenario says of the same name. */
  readonly sysctls?: Readonly<Record<HostId, Sysctls>>;
}

/** The scenario with the settings applied; nothing is mutated. */
export function withSettings(scenario: Scenario, settings: Settings): Scenario {
  const { startMs = {} } = settings;
  return {
    ...scenario,
    profile: settings.profile ?? scenario.profile,
    faults: settings.faults ?? scenario.faults,
    link: settings.roundTripMs === undefined ? scenario.link : { ...scenario.link, oneWayMs: settings.roundTripMs / 2 },
    timers: {
      mslMs: settings.mslMs ?? scenario.timers.mslMs,
      timeWaitMs: settings.timeWaitMs ?? scenario.timers.timeWaitMs,
    },
    hosts: scenario.hosts.map((host) => ({
      ...host,
      ...(settings.timestamps === undefined ? {} : { timestamps: settings.timestamps }),
      ...(settings.sysctls?.[host.id] === undefined
        ? {}
        : { sysctls: { ...host.sysctls, ...settings.sysctls[host.id] } }),
    })),
    sockets: scenario.sockets.map((socket) => {
      const start = startMs[socket.id];
      if (start === undefined) return socket;
      return {
        ...socket,
        steps: socket.steps.map((step, index) => (index === 0 ? { ...step, atMs: start + scenario.originMs } : step)),
      };
    }),
  };
}
