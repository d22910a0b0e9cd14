import { advance } from '../network/advance';
import type { NetworkSpec } from '../network/specification';
import { type Sysctls, withSysctls } from '../network/sysctls';
import { createWorld } from '../network/world';
import { PROFILES, type Profile, type ProfileName } from '../tcp/profile';
import { ENGINE_VERSION } from '../version';
import { lanesOf } from './lanes';
import { Recorder } from './recorder';
import type { Scenario } from './scenario';
import type { Timeline } from './timeline';

/** More events than any figure needs; a run that reaches it says so (`endedBy: 'limit'`). */
export const EVENT_LIMIT = 20_000;

/** Plays a scenario from its first moment to its end. Pure: the same scenario gives the same timeline, byte for byte. */
export function run(scenario: Scenario): Timeline {
  return runWith(scenario, PROFILES);
}

/** As `run`, with other policies under the names of the profiles: for questions such as "and if a reset were ignored in TIME_WAIT?" */
export function runWith(scenario: Scenario, profiles: Readonly<Record<ProfileName, Profile>>): Timeline {
  const recorder = new Recorder(scenario);
  const world = createWorld(networkOf(scenario, profiles), recorder);
  let events = 0;
  while (events < EVENT_LIMIT && advance(world, scenario.endMs)) events += 1;
  const endedBy = events === EVENT_LIMIT ? 'limit' : world.queue.size > 0 ? 'time' : 'idle';
  const endMs = endedBy === 'time' ? scenario.endMs : world.nowMs;
  return {
    engineVersion: ENGINE_VERSION,
    scenario,
    lanes: lanesOf(scenario),
    ...recorder.finish(),
    unmatchedFaults: world.faultHits.flatMap(({ acted }, index) => (acted === 0 ? [index] : [])),
    endMs,
    endedBy,
  };
}

/** The network that a scenario describes, each host under its own policy. */
export function networkOf(scenario: Scenario, profiles: Readonly<Record<ProfileName, Profile>>): NetworkSpec {
  const { hosts, sockets, link, faults, seed, timers } = scenario;
  const resolve = (name: ProfileName, sysctls: Sysctls): Profile => {
    const profile = withSysctls(profiles[name], sysctls);
    return {
      ...profile,
      mslMs: timers.mslMs ?? profile.mslMs,
      timeWaitMs: timers.timeWaitMs ?? profile.timeWaitMs,
    };
  };
  return {
    hosts,
    profiles: hosts.map((host) => resolve(host.profile ?? scenario.profile, host.sysctls ?? {})),
    sockets,
    link,
    faults,
    seed,
  };
}
