import type { ConnectionRecord, Timeline } from '@/engine/simulation/timeline';
import { type LaneGroup, laneGroups } from './columns';
import type { Dimensions } from './dimensions';
import type { SceneTime } from './scene-time';

/** The place of one lifeline: a band between x0 and x1 from the top of the picture to its end. */
export interface Track {
  readonly index: number;
  readonly host: string;
  readonly lanes: readonly string[];
  readonly connections: readonly ConnectionRecord[];
  readonly x0: number;
  readonly x1: number;
  /** Where its calls stand and where its heavy edge is; a lifeline in the middle has arrows on both sides. */
  readonly side: 'left' | 'middle' | 'right';
  /** The first of the lifelines side by side in its place. */
  readonly isFirst: boolean;
  /** Whether nothing stands between it and the picture's edge. */
  readonly outermost: boolean;
  /** State names are written across a wide band and along a narrow one. */
  readonly naming: 'across' | 'along';
}

/** Room that calls need beside the first and the last lifeline. */
export interface Gutters {
  readonly left: number;
  readonly right: number;
}

const COLUMN_GAP = 4;
const NARROW_COLUMN = 16;
/** Less than this between two hosts, and the bands become slim. */
const LEAST_SPAN = 240;
const ROOM_FOR_A_NAME = 80;

export function layTracks(
  timeline: Timeline,
  time: SceneTime,
  dimensions: Dimensions,
  gutters: Gutters,
): readonly Track[] {
  const groups = laneGroups(timeline, time, dimensions.size);
  const hosts = timeline.scenario.hosts.map((host) => groups.filter((group) => group.host === host.id));
  const broad = layHosts(hosts, dimensions, gutters, dimensions.band);
  if (dimensions.band === dimensions.slimBand || broad.span >= LEAST_SPAN) return broad.tracks;
  return layHosts(hosts, dimensions, gutters, dimensions.slimBand).tracks;
}

function layHosts(hosts: readonly (readonly LaneGroup[])[], dimensions: Dimensions, gutters: Gutters, band: number) {
  const widths = hosts.map((groups) =>
    groups.reduce((total, group, index) => total + groupWidth(group, band) + (index > 0 ? dimensions.bandGap : 0), 0),
  );
  const left = dimensions.axisX + gutters.left;
  const free = dimensions.width - left - gutters.right - widths.reduce((a, b) => a + b, 0);
  const span = hosts.length > 1 ? free / (hosts.length - 1) : free;
  const tracks: Track[] = [];
  let x = left;
  hosts.forEach((groups, position) => {
    const side = position === 0 ? 'left' : position === hosts.length - 1 ? 'right' : 'middle';
    for (const group of groups) {
      const start = x;
      for (const [column, connections] of group.columns.entries()) {
        const width = columnWidth(group, band);
        const x0 = start + column * (width + COLUMN_GAP);
        const naming = width >= ROOM_FOR_A_NAME ? 'across' : 'along';
        const { host, lanes } = group;
        const isFirst = column === 0 && group.columns.length > 1;
        const place = { x0, x1: x0 + width, side, naming, isFirst, outermost: false } as const;
        tracks.push({ index: tracks.length, host, lanes, connections, ...place });
      }
      x = start + groupWidth(group, band) + dimensions.bandGap;
    }
    x += span - dimensions.bandGap;
  });
  const last = tracks.length - 1;
  return {
    span,
    tracks: tracks.map((track, index) => ({ ...track, outermost: index === 0 || index === last })),
  };
}

function columnWidth(group: LaneGroup, band: number): number {
  const count = group.columns.length;
  if (count === 1) return band;
  return Math.max(NARROW_COLUMN, (band - COLUMN_GAP * (count - 1)) / count);
}

function groupWidth(group: LaneGroup, band: number): number {
  const count = group.columns.length;
  return columnWidth(group, band) * count + COLUMN_GAP * (count - 1);
}
