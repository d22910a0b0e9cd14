import type { SendSide, SynSent } from './connection';
import { toSegment } from './emit';
import type { Profile } from './profile';
import type { RuleId } from './rules';
import { advance } from './sequence-number';
import type { Context, Turn } from './turn';

/** The send side of a connection whose SYN leaves now: SND.UNA = ISS, SND.NXT = ISS + 1 (RFC 9293 §3.10.1). */
export function newSend(context: Context, profile: Profile): SendSide {
  const { iss, nowMs, origin } = context;
  return {
    origin,
    iss,
    sndUna: iss,
    sndNxt: advance(iss, 1),
    sndWnd: 0,
    sndWl1: iss,
    sndWl2: iss,
    maxSndWnd: 0,
    unsent: '',
    finQueued: false,
    inFlight: [{ seq: iss, text: '', syn: true, fin: false, sentMs: nowMs, transmissions: 1 }],
    recoverUntil: null,
    srttMs: null,
    rttvarMs: 0,
    rtoMs: profile.retransmission.initialRtoMs,
    retries: 0,
    userTimeoutMs: null,
    stalledSinceMs: nowMs,
  };
}

/** <SEQ=ISS><CTL=SYN>, from CLOSED and from LISTEN (RFC 9293 §3.10.1, §3.10.2). What is to be sent waits for ESTABLISHED. */
export function openActively(rule: RuleId, given: Pick<SendSide, 'unsent' | 'userTimeoutMs'>, turn: Turn): SynSent {
  turn.met(rule);
  const { context } = turn;
  const send = { ...newSend(context, context.profile), ...given };
  for (const syn of send.inFlight) turn.send(toSegment(syn, send, null, context.capacity, context), rule);
  turn.arm('retransmission', send.rtoMs);
  return { state: 'SYN_SENT', send, capacity: context.capacity };
}
