import type { Timeline } from '../../engine/simulation/timeline';
import type { TcpState } from '../../engine/tcp/state';

/** By connection, in the order in which they were made: the state at the end of the run. */
export function finalStates({ connections, intervals }: Timeline): Readonly<Record<string, TcpState>> {
  return Object.fromEntries(
    connections.map(({ id }) => {
      const last = intervals.findLast(({ connection }) => connection === id);
      return [id, last?.toMs === null ? last.state : 'CLOSED'];
    }),
  );
}
