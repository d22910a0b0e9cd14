import type { CaptureSegment, CaptureTimeline } from '@/engine/formats/capture/infer/capture-timeline';
import { endId, receiverOf, senderOf } from './ends';

/** When a segment is drawn to leave and to arrive, in milliseconds of the file. */
export interface DrawnTimes {
  readonly sentMs: number;
  readonly arrivesMs: number;
}

/**
 * Times as the capture has them where it was made at an end. Elsewhere an end is taken to be half the shortest time away in which it was ever seen to answer: so
 * nothing is drawn to be answered before it has arrived.
 */
export function drawnTimes({ segments, connections }: CaptureTimeline): readonly DrawnTimes[] {
  const watched = new Set(
    connections.filter(({ isWatched }) => isWatched).map(({ host, localPort }) => endId(host, localPort)),
  );
  const away = waysTo(segments);
  const wayTo = (end: string) => (watched.has(end) ? 0 : (away.get(end) ?? 0) / 2);
  const exact = segments.flatMap(({ arrives, sent }) =>
    arrives !== null && arrives.earliestMs !== null && arrives.earliestMs === arrives.latestMs && sent.latestMs !== null
      ? [arrives.earliestMs - sent.latestMs]
      : [],
  );
  const usual = exact.sort((a, b) => a - b)[Math.floor(exact.length / 2)] ?? 0;
  return segments.map((segment) => {
    const seen = seenMs(segment);
    const sentMs = seen - wayTo(senderOf(segment));
    const { arrives } = segment;
    const isSeen = arrives !== null && arrives.earliestMs !== null && arrives.earliestMs === arrives.latestMs;
    const estimate = Math.min(seen + wayTo(receiverOf(segment)), arrives?.latestMs ?? Number.POSITIVE_INFINITY);
    const wasExpected = watched.has(receiverOf(segment)) && arrives === null;
    const arrivesMs = isSeen ? (arrives.earliestMs ?? seen) : wasExpected ? sentMs + usual : estimate;
    return { sentMs: toMicroseconds(sentMs), arrivesMs: toMicroseconds(Math.max(sentMs, arrivesMs)) };
  });
}

/** Estimates of one moment from two sides are the same moment. What was captured keeps all its digits but the last, which no picture shows. */
function toMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

/** When it passed the place of the capture, or left there. */
export function seenMs({ sent, arrives }: CaptureSegment): number {
  return sent.latestMs ?? arrives?.earliestMs ?? 0;
}

/** By end: the shortest time between a segment that passed on its way there and an acknowledgment of just that from there. */
function waysTo(segments: readonly CaptureSegment[]): ReadonlyMap<string, number> {
  const shortest = new Map<string, number>();
  const asked = new Map<string, number>();
  for (const segment of segments) {
    const [from, to, ms] = [senderOf(segment), receiverOf(segment), seenMs(segment)];
    const answered = asked.get(`${from} ${segment.incarnation} ${segment.relativeAck}`);
    if (segment.relativeAck !== null && answered !== undefined && ms >= answered) {
      shortest.set(from, Math.min(shortest.get(from) ?? Number.POSITIVE_INFINITY, ms - answered));
    }
    const octets = segment.length + (segment.kind === 'syn' || segment.flags.includes('FIN') ? 1 : 0);
    if (octets > 0 && segment.transmission === 1) {
      asked.set(`${to} ${segment.incarnation} ${segment.relativeSeq + octets}`, ms);
    }
  }
  return shortest;
}
