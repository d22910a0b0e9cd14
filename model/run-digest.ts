import type { Timeline } from '../engine/simulation/timeline';

/**
 * A short name for what a run came to: eight hexadecimal digits over every segment and every state of every connection.
 * Two runs that a reader can tell apart in the picture have, but for a chance of 2⁻³², different ones.
 */
export function digestOf({ segments, intervals }: Timeline): string {
  const sent = segments.map(({ from, to, incarnation, flags, relativeSeq, length, sentMs, arrivesMs, fate }) =>
    [from, to, incarnation, flags, relativeSeq, length, microseconds(sentMs), microseconds(arrivesMs), fate].join(' '),
  );
  const states = intervals.map(({ connection, state, fromMs, toMs }) =>
    [connection, state, microseconds(fromMs), toMs === null ? '' : microseconds(toMs)].join(' '),
  );
  return fnv1a([...sent, '', ...states].join('\n'))
    .toString(16)
    .padStart(8, '0');
}

/** So that a digest does not hang on the last bit of a sum. */
function microseconds(ms: number): number {
  return Math.round(ms * 1000);
}

/** The hash of Fowler, Noll and Vo, variant 1a, 32 bits, over UTF-16 units (of ASCII text: its octets). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
