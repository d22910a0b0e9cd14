import { grown } from '../congestion';
import type { SendSide, SentSegment } from '../connection';
import { armRetransmission } from '../retransmission-timer';
import { sampleOf, withSample } from '../round-trip';
import type { Segment } from '../segment';
import { advance, isAtMost, isBefore, laterOf, type SeqNumber } from '../sequence-number';
import type { Turn } from '../turn';

/** The send side after an acceptable acknowledgment: what it covers leaves the retransmission queue, the window follows (RFC 9293 §3.10.7.4, fifth). */
export function acknowledgeSent(send: SendSide, segment: Segment, turn: Turn): SendSide {
  const { ack } = segment;
  if (ack === null) return send;
  if (isBefore(send.sndUna, ack)) return updateWindow(removeAcknowledged(send, ack, turn), segment, ack, turn);
  turn.met('ack/nothing-new');
  const updated = updateWindow(send, segment, ack, turn);
  // A receiver that keeps its window shut but answers the probes is alive (RFC 9293 §3.8.6.1): its answers count as progress.
  return updated.sndWnd === 0 && updated.retries > 0 ? { ...updated, retries: 0 } : updated;
}

function removeAcknowledged(send: SendSide, ack: SeqNumber, turn: Turn): SendSide {
  turn.met('ack/advances');
  const gone: SentSegment[] = [];
  const left: SentSegment[] = [];
  for (const sent of send.inFlight) {
    if (isAtMost(endOf(sent), ack)) gone.push(sent);
    else left.push(isBefore(sent.seq, ack) ? withoutHead(sent, ack) : sent);
  }
  const timed = grown(
    afterRoundTrip(send, gone, turn),
    gone.filter(({ text }) => text !== '').length,
    turn.context.profile,
  );
  const recovering = send.recoverUntil !== null && isBefore(ack, send.recoverUntil);
  const recoverUntil = recovering ? send.recoverUntil : null;
  const next = { ...timed, sndUna: ack, inFlight: left, retries: 0, recoverUntil, stalledSinceMs: null, probe: null };
  if (left.length === 0) {
    turn.disarm('retransmission');
    return next;
  }
  return armRetransmission(next, turn);
}

/** RFC 6298 §3: a round trip is measured by segments that were sent once only; §5.7: after a lost SYN there is nothing to go by. */
function afterRoundTrip(send: SendSide, gone: readonly SentSegment[], turn: Turn): SendSide {
  const { nowMs, profile } = turn.context;
  const sampleMs = sampleOf(gone, nowMs);
  if (sampleMs !== null) return withSample(send, sampleMs, profile.retransmission);
  if (send.srttMs !== null || !gone.some(({ syn }) => syn)) return send;
  turn.met('retransmission/after-lost-syn');
  return { ...send, rtoMs: profile.retransmission.rtoAfterSynLossMs };
}

/** SND.WND follows the newest segment only: an old one must not shrink it (RFC 9293 §3.10.7.4, fifth, ESTABLISHED). */
function updateWindow(send: SendSide, segment: Segment, ack: SeqNumber, turn: Turn): SendSide {
  const isNewer =
    isBefore(send.sndWl1, segment.seq) || (send.sndWl1 === segment.seq && isAtMost(send.sndWl2, ack)) || segment.syn;
  if (!isNewer) return send;
  if (send.sndWnd === 0 && segment.window > 0) turn.disarm('persist');
  const maxSndWnd = Math.max(send.maxSndWnd, segment.window);
  return { ...send, sndWnd: segment.window, maxSndWnd, sndWl1: segment.seq, sndWl2: laterOf(send.sndUna, ack) };
}

function endOf(sent: SentSegment): SeqNumber {
  return advance(sent.seq, sent.text.length + (sent.syn ? 1 : 0) + (sent.fin ? 1 : 0));
}

/** The part of a segment that a partial acknowledgment leaves. */
function withoutHead(sent: SentSegment, ack: SeqNumber): SentSegment {
  const octets = (ack - sent.seq) >>> 0;
  const ofSyn = sent.syn ? 1 : 0;
  return { ...sent, seq: ack, syn: false, text: sent.text.slice(octets - ofSyn) };
}
