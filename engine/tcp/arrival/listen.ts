import type { Listen, ReceiveSide, SendSide, SynReceived } from '../connection';
import { resetSegment, toSegment } from '../emit';
import { newSend } from '../open';
import type { Segment } from '../segment';
import { advance } from '../sequence-number';
import type { Context, Turn } from '../turn';

/** RFC 9293 §3.10.7.2. The listener itself stays: the host keeps the LISTEN value and gives this one's successor a place of its own. */
export function arrivesAtListen(connection: Listen, segment: Segment, turn: Turn): Listen | SynReceived {
  if (segment.rst) {
    turn.end('listen/rst-ignored', 'discarded');
    return connection;
  }
  if (segment.ack !== null && segment.syn && turn.context.profile.synAckAtListen === 'drop') {
    turn.end('listen/other-dropped', 'discarded');
    return connection;
  }
  if (segment.ack !== null) {
    turn.end('listen/ack-reset', 'refused');
    turn.send(resetSegment(segment.ack, null, segment.origin), 'listen/ack-reset');
    return connection;
  }
  if (!segment.syn) {
    turn.end('listen/other-dropped', 'discarded');
    return connection;
  }
  turn.met('listen/syn-received');
  const { context } = turn;
  const receive = receiveFromSyn(segment, context);
  const opened = { ...newSend(context, context.profile), sndWnd: segment.window, maxSndWnd: segment.window };
  const send = withMssOf(opened, segment);
  for (const synAck of send.inFlight) {
    turn.send(toSegment(synAck, send, receive, context.capacity, context), 'listen/syn-received');
  }
  turn.arm('retransmission', send.rtoMs);
  return { state: 'SYN_RECEIVED', openedBy: 'passive', send, receive };
}

/** The send side once the peer's SYN has said what it takes. */
export function withMssOf(send: SendSide, { mss }: Segment): SendSide {
  return mss === undefined ? send : { ...send, mss };
}

/** IRS = SEG.SEQ, RCV.NXT = SEG.SEQ + 1; timestamps are agreed on when both sides offer them (RFC 7323 §3.2). */
export function receiveFromSyn(segment: Segment, context: Context): ReceiveSide {
  const rcvNxt = advance(segment.seq, 1);
  return {
    irs: segment.seq,
    rcvNxt,
    capacity: context.capacity,
    unread: [],
    unreadLength: 0,
    held: [],
    finAt: null,
    ended: false,
    tsRecent: context.timestamps && segment.timestamps !== null ? segment.timestamps.value : null,
    lastAckSent: rcvNxt,
    ackOwed: false,
    lastChallengeMs: null,
    advertisedEdge: advance(rcvNxt, context.capacity),
  };
}
