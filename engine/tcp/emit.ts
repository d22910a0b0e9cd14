import { type ReceiveSide, receiveWindow, type SendSide, type SentSegment, type Synchronized } from './connection';
import type { Ms } from './ms';
import { onRepeat } from './quick-ack';
import type { RuleId } from './rules';
import { type Segment, segmentLength, type Timestamps } from './segment';
import { advance, isBefore, type SeqNumber } from './sequence-number';
import type { Context, Turn } from './turn';

/** The clock of RFC 7323 §5.4: one tick a millisecond, never zero. */
function timestampClock(nowMs: Ms): number {
  return Math.floor(nowMs) + 1;
}

/** The option as an established connection writes it; null where it was not agreed on. */
export function stamp(tsRecent: number | null, nowMs: Ms): Timestamps | null {
  return tsRecent === null ? null : { value: timestampClock(nowMs), echo: tsRecent };
}

/** A segment on the retransmission queue as it goes out now. Without a receive side it is the SYN of an active open. */
export function toSegment(
  sent: SentSegment,
  send: SendSide,
  receive: ReceiveSide | null,
  capacity: number,
  context: Context,
): Segment {
  const offered: Timestamps | null = context.timestamps ? { value: timestampClock(context.nowMs), echo: 0 } : null;
  return {
    seq: sent.seq,
    ack: receive === null ? null : receive.rcvNxt,
    syn: sent.syn,
    fin: sent.fin,
    rst: false,
    psh: sent.psh ?? sent.text !== '',
    window: receive === null ? capacity : receiveWindow(receive),
    text: sent.text,
    timestamps: receive === null ? offered : stamp(receive.tsRecent, context.nowMs),
    origin: send.origin,
  };
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>; with `fin`, the unacknowledged FIN in front of SND.NXT once more. */
function pureAck({ send, receive }: Synchronized, nowMs: Ms, fin = false): Segment {
  return {
    seq: fin ? advance(send.sndNxt, -1) : send.sndNxt,
    ack: receive.rcvNxt,
    syn: false,
    fin,
    rst: false,
    psh: false,
    window: receiveWindow(receive),
    text: '',
    timestamps: stamp(receive.tsRecent, nowMs),
    origin: send.origin,
  };
}

/** <SEQ=seq><CTL=RST>, or <SEQ=seq><ACK=ack><CTL=RST,ACK> */
export function resetSegment(seq: SeqNumber, ack: SeqNumber | null, origin: number): Segment {
  const none = { syn: false, fin: false, psh: false, window: 0, text: '', timestamps: null };
  return { seq, ack, rst: true, origin, ...none };
}

/** The reset with which this side ends a connection (RFC 9293 §3.10.5). A connection with timestamps puts one on it (RFC 7323 §3.2). */
export function abortSegment({ send, receive }: Synchronized, turn: Turn): Segment {
  const { nowMs, profile } = turn.context;
  const ack = profile.close.abortAcknowledges ? receive.rcvNxt : null;
  return { ...resetSegment(send.sndNxt, ack, send.origin), timestamps: stamp(receive.tsRecent, nowMs) };
}

/** The receive side once a segment that carries its acknowledgment has left; the delayed-ACK timer has nothing to do any more. */
export function acknowledged(receive: ReceiveSide, turn: Turn): ReceiveSide {
  const advertisedEdge = advance(receive.rcvNxt, receiveWindow(receive));
  if (receive.ackOwed) turn.disarm('delayed-ack');
  else if (receive.lastAckSent === receive.rcvNxt && receive.advertisedEdge === advertisedEdge) return receive;
  return { ...receive, ackOwed: false, lastAckSent: receive.rcvNxt, advertisedEdge };
}

/** Sends an acknowledgment at once. */
export function acknowledge<C extends Synchronized>(connection: C, turn: Turn, rule: RuleId): C {
  turn.send(pureAck(connection, turn.context.nowMs, repeatsFin(connection, turn)), rule);
  return { ...connection, receive: acknowledged(connection.receive, turn) };
}

function repeatsFin({ send }: Synchronized, turn: Turn): boolean {
  return turn.context.profile.close.ackRepeatsFin && send.inFlight.at(-1)?.fin === true;
}

/** Answers a segment that brought nothing acceptable with an ACK, unless it may be part of a loop of such answers. */
export function answerWithAck<C extends Synchronized>(
  connection: C,
  segment: Segment,
  turn: Turn,
  rule: RuleId,
  isChallenge = false,
): C {
  const { nowMs } = turn.context;
  if (isThrottled(segment, connection.receive.lastChallengeMs, turn)) return connection;
  turn.send(
    pureAck(connection, nowMs, !isChallenge && !segment.syn && repeatsFin(connection, turn)),
    rule,
    isChallenge,
  );
  const receive = repeated(acknowledged(connection.receive, turn), segment);
  return { ...connection, receive: isLoopable(segment) ? { ...receive, lastChallengeMs: nowMs } : receive };
}

/** Linux: text that comes again shows that the peer missed an acknowledgment, so the next ones go out at once. */
function repeated(receive: ReceiveSide, segment: Segment): ReceiveSide {
  const { ackMode } = receive;
  const isRepeat = segmentLength(segment) > 0 && isBefore(segment.seq, receive.rcvNxt);
  return ackMode === undefined || !isRepeat ? receive : { ...receive, ackMode: onRepeat(ackMode) };
}

/** RFC 5961 §7: two ends that disagree could answer each other's answers for ever, so those are sent once in a while only (`tcp_oow_rate_limited`). */
export function isThrottled(segment: Segment, lastMs: Ms | null, turn: Turn): boolean {
  const { nowMs, profile } = turn.context;
  if (!isLoopable(segment) || lastMs === null || nowMs - lastMs >= profile.challengeIntervalMs) return false;
  turn.met('ack/throttled');
  return true;
}

/** A segment with text or a FIN is no mere answer. */
export function isLoopable(segment: Segment): boolean {
  return segment.syn || segmentLength(segment) === 0;
}

/** Notes that an acknowledgment is due and lets it wait for company, as the profile's policy says. */
export function oweAck<C extends Synchronized>(connection: C, turn: Turn, delayMs: Ms): C {
  if (connection.receive.ackOwed) return connection;
  turn.arm('delayed-ack', delayMs);
  return { ...connection, receive: { ...connection.receive, ackOwed: true } };
}
