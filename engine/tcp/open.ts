import type { SendSide } from './connection';
import type { Profile } from './profile';
import { advance } from './sequence-number';
import type { Context } from './turn';

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
  };
}
