import type { Entry, Timeline } from '@/engine/simulation/timeline';
import { type CallMark, findBeside } from './beside';
import { callText } from './call-text';
import type { Dimensions } from './dimensions';
import type { TrackFinder } from './find-track';
import type { Obstacles } from './obstacles';
import type { SceneTime } from './scene-time';
import { monoWidth } from './text-width';
import type { TimeScale } from './time-scale';
import type { Gutters } from './tracks';

const TRIANGLE = 11;
const MARGIN = 8;
/** Three hosts leave a phone no room for calls: the table has them. */
const NO_CALLS = 10;

/** How wide the gutters must be for the calls of the outermost lifelines. A phone has no room to give. */
export function guttersFor(timeline: Timeline, time: SceneTime, dimensions: Dimensions): Gutters {
  const fixed = { left: dimensions.leftGutter, right: dimensions.rightGutter };
  if (dimensions.size === 'phone')
    return timeline.scenario.hosts.length > 2 ? { left: NO_CALLS, right: NO_CALLS } : fixed;
  const lanes = timeline.lanes;
  const room = (lane: string | undefined) =>
    Math.max(
      0,
      ...time.entries
        .filter((entry) => entry.lane === lane)
        .map((entry) => monoWidth(callText(entry, timeline) ?? '', dimensions.callFontSize) + TRIANGLE + MARGIN),
    );
  const firstHost = timeline.scenario.hosts[0]?.id;
  const lastHost = timeline.scenario.hosts.at(-1)?.id;
  return {
    left: Math.max(fixed.left, room(lanes.find((lane) => lane.host === firstHost)?.id)),
    right: Math.max(fixed.right, room(lanes.filter((lane) => lane.host === lastHost).at(-1)?.id)),
  };
}

/** On a phone a call that finds no room is left to the table, triangle and all. */
export function layCalls(
  timeline: Timeline,
  time: SceneTime,
  scale: TimeScale,
  finder: TrackFinder,
  obstacles: Obstacles,
  dimensions: Dimensions,
): readonly CallMark[] {
  return time.entries.flatMap((entry) => {
    const text = callText(entry, timeline);
    if (text === null) return [];
    const track = finder.of(entry.lane, acceptedBy(entry, timeline) ?? entry.connection);
    const y = scale.y(entry.atMs, time.entrySlot(entry));
    const width = monoWidth(text, dimensions.callFontSize);
    const bounds = [track.outermost && track.side === 'left' ? dimensions.axisX : 0, dimensions.width] as const;
    const place = findBeside(track, y, width, TRIANGLE, obstacles, bounds);
    if (!place && dimensions.size === 'phone') return [];
    const toRight = place?.toRight ?? track.side !== 'left';
    const x = toRight ? track.x1 : track.x0;
    return [{ entry: entry.id, ms: entry.atMs, y, x, toRight, label: place ? { ...place, text } : null }];
  });
}

/** accept() is told where the connection stands that it returns. */
function acceptedBy({ cause }: Entry, timeline: Timeline): string | null {
  if (cause.type !== 'return' || cause.call !== 'accept') return null;
  return timeline.connections.find((connection) => connection.socket === cause.result)?.id ?? null;
}
