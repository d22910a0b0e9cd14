import type { HostId } from '@/engine/simulation/scenario';
import type { Timeline } from '@/engine/simulation/timeline';
import { laneNameOf } from '../words/host-names';
import type { Speech } from '../words/speech';

/** What a host is called as a whole: by its role where that is enough, also where it has several lifelines. */
export function hostName(host: HostId, timeline: Timeline, speech: Speech): string {
  const { hosts } = timeline.scenario;
  const role = hosts.find(({ id }) => id === host)?.role;
  const isOnly = role !== 'peer' && hosts.filter((other) => other.role === role).length === 1;
  return isOnly ? speech.plain(`hosts.${role}`) : laneNameOf('', host, timeline, speech);
}
