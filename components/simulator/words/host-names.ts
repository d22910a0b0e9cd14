import type { HostId } from '@/engine/simulation/scenario';
import type { Lane, Timeline } from '@/engine/simulation/timeline';
import type { Speech } from './speech';

/** "Client", or "Client 2" where there are several; peers are lettered. Lanes are counted from left to right. */
export function laneName(lane: Lane, timeline: Timeline, speech: Speech): string {
  const role = roleOf(lane.host, timeline);
  const same = timeline.lanes.filter((each) => roleOf(each.host, timeline) === role);
  const index = same.findIndex((each) => each.id === lane.id);
  if (role === 'peer') return speech.plain('hosts.peer', { letter: String.fromCharCode(65 + index) });
  return same.length > 1 ? speech.plain(`hosts.${role}N`, { n: index + 1 }) : speech.plain(`hosts.${role}`);
}

/** The name of the lane by its id; the host's first lane where the id is of none. */
export function laneNameOf(laneId: string, hostId: HostId, timeline: Timeline, speech: Speech): string {
  const lane = timeline.lanes.find((each) => each.id === laneId) ?? timeline.lanes.find((each) => each.host === hostId);
  return lane ? laneName(lane, timeline, speech) : hostId;
}

/** One letter or two for a token in the state diagram. */
export function laneLetter(lane: Lane, timeline: Timeline): string {
  const role = roleOf(lane.host, timeline);
  const same = timeline.lanes.filter((each) => roleOf(each.host, timeline) === role);
  const index = same.findIndex((each) => each.id === lane.id);
  if (role === 'peer') return String.fromCharCode(65 + index);
  const letter = role === 'client' ? 'C' : 'S';
  return same.length > 1 ? `${letter}${index + 1}` : letter;
}

function roleOf(host: HostId, timeline: Timeline): 'client' | 'server' | 'peer' {
  return timeline.scenario.hosts.find((each) => each.id === host)?.role ?? 'peer';
}
