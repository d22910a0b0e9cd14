import type { ConnectionRecord, Timeline } from '@/engine/simulation/timeline';
import type { SceneSize } from './dimensions';
import type { SceneTime } from './scene-time';

/** Lifelines that share a place: a lane of a host, or, on a phone, all lanes of a host. */
export interface LaneGroup {
  readonly host: string;
  readonly lanes: readonly string[];
  /** Connections that never overlap in time share a column; one column at least, also where there is nothing in it. */
  readonly columns: readonly (readonly ConnectionRecord[])[];
}

export function laneGroups(timeline: Timeline, time: SceneTime, size: SceneSize): readonly LaneGroup[] {
  const drawn = drawnConnections(timeline, time);
  return timeline.scenario.hosts.flatMap((host) => {
    const lanes = timeline.lanes.filter((lane) => lane.host === host.id).map((lane) => lane.id);
    const groups = size === 'phone' ? [lanes] : lanes.map((lane) => [lane]);
    return groups.map((group) => ({
      host: host.id,
      lanes: group,
      columns: columnsOf(drawn.filter((connection) => connection.host === host.id && group.includes(connection.lane))),
    }));
  });
}

/** Those that were ever more than CLOSED or LISTEN within the picture. */
function drawnConnections(timeline: Timeline, time: SceneTime): readonly ConnectionRecord[] {
  const seen = new Set(
    timeline.intervals
      .filter(({ state, toMs }) => state !== 'LISTEN' && state !== 'CLOSED' && (toMs ?? Infinity) > time.startMs)
      .map((interval) => interval.connection),
  );
  return timeline.connections.filter((connection) => seen.has(connection.id));
}

function columnsOf(connections: readonly ConnectionRecord[]): readonly (readonly ConnectionRecord[])[] {
  const columns: ConnectionRecord[][] = [[]];
  for (const connection of [...connections].sort((a, b) => a.openedMs - b.openedMs)) {
    const free = columns.find(
      (column) => (column.at(-1)?.closedMs ?? Infinity) <= connection.openedMs || column.length === 0,
    );
    if (free) free.push(connection);
    else columns.push([connection]);
  }
  return columns;
}
