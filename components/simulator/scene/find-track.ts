import type { ConnectionId, SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import type { Track } from './tracks';

/** Finds on which lifeline a thing of the run stands. */
export interface TrackFinder {
  /** Of a connection, or of the lane where there is none (or only a listener). */
  of(lane: string, connection: ConnectionId | null): Track;
  from(segment: SegmentRecord): Track;
  to(segment: SegmentRecord): Track;
}

export function trackFinder(timeline: Timeline, tracks: readonly Track[]): TrackFinder {
  const byConnection = new Map(tracks.flatMap((track) => track.connections.map(({ id }) => [id, track] as const)));
  const byLane = new Map<string, Track>();
  for (const track of tracks) for (const lane of track.lanes) if (!byLane.has(lane)) byLane.set(lane, track);
  const of = (lane: string, connection: ConnectionId | null): Track => {
    const track = (connection === null ? undefined : byConnection.get(connection)) ?? byLane.get(lane);
    if (!track) throw new Error(`No lifeline for lane ${lane}`);
    return track;
  };
  return {
    of,
    from: (segment) => of(segment.fromLane, segment.connection),
    to: (segment) =>
      of(
        segment.toLane,
        receiverOf(timeline, segment, (id) => byConnection.has(id)),
      ),
  };
}

/** The connection that took a segment, or that would have taken it had it not been lost. */
function receiverOf(
  timeline: Timeline,
  segment: SegmentRecord,
  isDrawn: (id: ConnectionId) => boolean,
): ConnectionId | null {
  const taken = segment.processedIn === null ? null : (timeline.entries[segment.processedIn]?.connection ?? null);
  if (taken !== null && isDrawn(taken)) return taken;
  const peer = timeline.connections.find(
    (connection) =>
      connection.host === segment.to &&
      connection.remoteHost === segment.from &&
      connection.localPort === segment.destinationPort &&
      connection.remotePort === segment.sourcePort &&
      connection.incarnation === segment.incarnation,
  );
  return peer && isDrawn(peer.id) ? peer.id : null;
}
