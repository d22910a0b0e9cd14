import type { Closed } from '../connection';
import { resetSegment } from '../emit';
import { type Segment, segmentEnd } from '../segment';
import { seqNumber } from '../sequence-number';
import type { Turn } from '../turn';

/** RFC 9293 §3.10.7.1: whatever reaches a place without a connection is answered with a reset, but never a reset. */
export function arrivesAtClosed(connection: Closed, segment: Segment, turn: Turn): Closed {
  if (segment.rst) {
    turn.end('closed/rst-discarded', 'discarded');
  } else if (isIgnored(segment, turn)) {
    turn.end('closed/ignored', 'discarded');
  } else if (segment.ack === null) {
    turn.end('closed/reset-without-ack', 'refused');
    turn.send(resetSegment(seqNumber(0), segmentEnd(segment), segment.origin), 'closed/reset-without-ack');
  } else {
    turn.end('closed/reset-with-ack', 'refused');
    turn.send(resetSegment(segment.ack, null, segment.origin), 'closed/reset-with-ack');
  }
  return connection;
}

function isIgnored({ syn }: Segment, turn: Turn): boolean {
  const { closedPortIgnores } = turn.context.profile;
  return closedPortIgnores === 'everything' || (closedPortIgnores === 'SYN' && syn);
}
