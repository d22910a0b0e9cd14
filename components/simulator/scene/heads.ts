import type { Lane, Timeline } from '@/engine/simulation/timeline';
import type { Dimensions } from './dimensions';
import type { SceneWords } from './scene-words';
import { sansWidth } from './text-width';
import type { TimeScale } from './time-scale';
import type { Track } from './tracks';

/** The name above a lifeline, or beside the place where a later connection begins on a lifeline that is shared. */
export interface Head {
  readonly name: string;
  readonly address: string | null;
  readonly x: number;
  /** Baseline of the name. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** From when on it is inked; null for a name at the top. */
  readonly fromMs: number | null;
}

/** Joins the lifelines of one host. */
export interface Bracket {
  readonly x0: number;
  readonly x1: number;
}

const BEGIN_DROP = 20;

export function layHeads(
  timeline: Timeline,
  tracks: readonly Track[],
  scale: TimeScale,
  dimensions: Dimensions,
  words: SceneWords,
): readonly Head[] {
  const named: Head[] = [];
  for (const lane of timeline.lanes) {
    const own = tracks.filter((track) => track.lanes.includes(lane.id));
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) continue;
    const text = { name: words.laneName(lane), address: addressOf(lane, timeline, dimensions) };
    const head = first.lanes[0] === lane.id ? topHead(first, last, text, dimensions) : null;
    if (head && !named.some((other) => clash(other, head))) named.push(head);
    else named.push(...beginHead(timeline, lane, own, text.name, scale));
  }
  return named;
}

function topHead(first: Track, last: Track, text: Pick<Head, 'name' | 'address'>, dimensions: Dimensions): Head {
  const y = dimensions.headTop;
  if (dimensions.size === 'phone' && first.side === 'left')
    return { ...text, x: first.x0, y, anchor: 'start', fromMs: null };
  if (dimensions.size === 'phone' && first.side === 'right')
    return { ...text, x: last.x1, y, anchor: 'end', fromMs: null };
  return { ...text, x: (first.x0 + last.x1) / 2, y, anchor: 'middle', fromMs: null };
}

/** Where lifelines are folded into one, the second name stands where its first connection begins. */
function beginHead(timeline: Timeline, lane: Lane, tracks: readonly Track[], name: string, scale: TimeScale): Head[] {
  const connection = timeline.connections.find((each) => each.lane === lane.id);
  const track = tracks.find((each) => each.connections.some(({ id }) => id === connection?.id));
  if (!connection || !track) return [];
  const right = track.side === 'right';
  const x = right ? track.x1 + 6 : track.x0 - 6;
  const y = scale.y(connection.openedMs) + BEGIN_DROP;
  return [{ name, address: null, x, y, anchor: right ? 'start' : 'end', fromMs: connection.openedMs }];
}

/** The whole address of a host with one lifeline; with several, or on a phone's left, the port says enough. */
function addressOf(lane: Lane, timeline: Timeline, dimensions: Dimensions): string | null {
  const own = timeline.connections.find((connection) => connection.lane === lane.id);
  const address = timeline.scenario.hosts.find((host) => host.id === lane.host)?.address ?? '';
  if (!own) return address;
  const isClient = own.remotePort < own.localPort;
  const short = lane.count > 1 || (dimensions.size === 'phone' && isClient);
  return short ? `:${own.localPort}` : `${address}:${own.localPort}`;
}

function clash(a: Head, b: Head): boolean {
  if (a.fromMs !== null) return false;
  const [aLeft, aRight] = extent(a);
  const [bLeft, bRight] = extent(b);
  return aLeft < bRight + 4 && bLeft < aRight + 4;
}

function extent({ name, address, x, anchor }: Head): readonly [number, number] {
  const width = Math.max(sansWidth(name, 13), (address?.length ?? 0) * 6.3);
  if (anchor === 'start') return [x, x + width];
  return anchor === 'end' ? [x - width, x] : [x - width / 2, x + width / 2];
}

export function layBrackets(timeline: Timeline, tracks: readonly Track[], dimensions: Dimensions): readonly Bracket[] {
  if (dimensions.size === 'phone') return [];
  return timeline.scenario.hosts.flatMap((host) => {
    const own = tracks.filter((track) => track.host === host.id);
    const lanes = new Set(own.flatMap((track) => track.lanes));
    const first = own[0];
    const last = own.at(-1);
    return first && last && lanes.size > 1 ? [{ x0: first.x0, x1: last.x1 }] : [];
  });
}
