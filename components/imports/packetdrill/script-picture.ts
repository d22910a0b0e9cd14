import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';

/** Those that packetdrill gives to the host and to the remote end by default. */
const ADDRESSES: Readonly<Record<string, string>> = { tested: '192.168.0.1', script: '192.0.2.1' };
/** Moments closer than this are not told apart in the picture. */
const LEAST_SCALE_MS = 0.1;

/**
 * The run of a script as it is drawn: numbers count from the initial ones, as the script counts; and as nothing takes any time between host and
 * script, half the usual time between two moments is drawn as long as a flight is elsewhere.
 */
export function scriptPicture(timeline: Timeline): Timeline {
  const { scenario, segments } = timeline;
  const moments = [...new Set(timeline.entries.map(({ atMs }) => atMs))].sort((a, b) => a - b);
  const gaps = moments.slice(1).map((ms, index) => ms - (moments[index] ?? 0));
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 2;
  const oneWayMs = Math.max(LEAST_SCALE_MS, usual / 2);
  return {
    ...timeline,
    scenario: {
      ...scenario,
      hosts: scenario.hosts.map((host) => ({ ...host, address: ADDRESSES[host.id] ?? '' })),
      link: { oneWayMs },
    },
    segments: segments.map((segment) => ({
      ...segment,
      seq: segment.relativeSeq,
      ack: relativeAck(segment, timeline),
    })),
  };
}

function relativeAck(segment: SegmentRecord, timeline: Timeline): number | null {
  if (segment.ack === null) return null;
  return (segment.ack - initialOf(segment, timeline)) >>> 0;
}

/** The initial number of the end that the segment acknowledges: the host's own record of it, or what the script has sent before. */
function initialOf({ id, from, sourcePort, destinationPort, incarnation }: SegmentRecord, timeline: Timeline): number {
  if (from === 'script') {
    const own = timeline.connections.filter(
      ({ localPort, remotePort }) => localPort === destinationPort && remotePort === sourcePort,
    );
    return (own.find((one) => one.incarnation === incarnation) ?? own.at(-1))?.isn ?? 0;
  }
  const heard = timeline.segments
    .slice(0, id)
    .findLast((other) => other.from === 'script' && other.sourcePort === destinationPort);
  return heard === undefined ? 0 : (heard.seq - heard.relativeSeq) >>> 0;
}
