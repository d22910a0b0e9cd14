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
  if (isBefore(send.sndUna, ack)) return removeAcknowledged(send, segment, ack, turn);
  turn.met('ack/nothing-new');
  const updated = updateWindow(send, segment, ack, turn);
  // A receiver that keeps its window shut but answers the probes is alive (RFC 9293 §3.8.6.1): its answers count as progress.
  return updated.sndWnd === 0 && updated.retries > 0 ? { ...updated, retries: 0 } : updated;
}

function removeAcknowledged(send: SendSide, segment: Segment, ack: SeqNumber, turn: Turn): SendSide {
  turn.met('ack/advances');
  const gone: SentSegment[] = [];
  const left: SentSegment[] = [];
  for (const sent of send.inFlight) {
    if (isAtMost(endOf(sent), ack)) gone.push(sent);
    else left.push(isBefore(sent.seq, ack) ? withoutHead(sent, ack) : sent);
  }
  const { srttMs, rttvarMs, rtoMs } = afterRoundTrip(send, gone, turn);
  const recovering = send.recoverUntil !== null && isBefore(ack, send.recoverUntil);
  const isNewer = isNewerThan(send, segment, ack);
  // One copy of the send side for all that changes: this is what the engine does most often.
  const next: SendSide = {
    ...grown(send, gone.filter(({ text }) => text !== '').length, turn.context.profile),
    sndUna: ack,
    sndWnd: isNewer ? segment.window : send.sndWnd,
    sndWl1: isNewer ? segment.seq : send.sndWl1,
    sndWl2: isNewer ? ack : send.sndWl2,
    maxSndWnd: isNewer ? Math.max(send.maxSndWnd, segment.window) : send.maxSndWnd,
    inFlight: left,
    recoverUntil: recovering ? send.recoverUntil : null,
    srttMs,
    rttvarMs,
    rtoMs,
    retries: 0,
    stalledSinceMs: null,
    probe: null,
  };
  if (left.length === 0) turn.disarm('retransmission');
  const timed = left.length === 0 ? next : armRetransmission(next, turn);
  if (send.sndWnd === 0 && next.sndWnd > 0) turn.disarm('persist');
  return timed;
}

type Estimate = Pick<SendSide, 'srttMs' | 'rttvarMs' | 'rtoMs'>;

/** RFC 6298 §3: a round trip is measured by segments that were sent once only; §5.7: after a lost SYN there is nothing to go by. */
function afterRoundTrip(send: SendSide, gone: readonly SentSegment[], turn: Turn): Estimate {
  const { nowMs, profile } = turn.context;
  const { srttMs, rttvarMs, rtoMs } = send;
  const sampleMs = sampleOf(gone, nowMs);
  if (sampleMs !== null) return withSample({ srttMs, rttvarMs, rtoMs }, sampleMs, profile.retransmission);
  if (srttMs !== null || !gone.some(({ syn }) => syn)) return send;
  turn.met('retransmission/after-lost-syn');
  return { srttMs, rttvarMs, rtoMs: profile.retransmission.rtoAfterSynLossMs };
}

/** SND.WND follows the newest segment only: an old one must not shrink it (RFC 9293 §3.10.7.4, fifth, ESTABLISHED). */
function isNewerThan({ sndWl1, sndWl2 }: SendSide, segment: Segment, ack: SeqNumber): boolean {
  return isBefore(sndWl1, segment.seq) || (sndWl1 === segment.seq && isAtMost(sndWl2, ack)) || segment.syn;
}

function updateWindow(send: SendSide, segment: Segment, ack: SeqNumber, turn: Turn): SendSide {
  if (!isNewerThan(send, segment, ack)) return send;
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
