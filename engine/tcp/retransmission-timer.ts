import type { SendSide } from './connection';
import type { Ms } from './ms';
import type { Turn } from './turn';

/** Sets the timer for the oldest segment, or before that for the probe of a lost tail, where the profile sends one. */
export function armRetransmission(send: SendSide, turn: Turn): SendSide {
  const probeMs = untilProbe(send, turn);
  turn.arm('retransmission', probeMs ?? send.rtoMs + turn.context.profile.retransmission.slopMs);
  return probeMs === null ? send : { ...send, probe: 'armed' };
}

/** RFC 8985 §7.2, with Linux's allowance for a delayed acknowledgment: 2 × SRTT + 200 ms for a single segment, never beyond the RTO. */
export function untilProbe(send: SendSide, turn: Turn): Ms | null {
  const { retransmission } = turn.context.profile;
  const isQuiet = send.retries === 0 && send.recoverUntil === null && send.probe !== 'sent';
  if (!retransmission.tailLossProbe || !isQuiet || send.srttMs === null) return null;
  const allowance = send.inFlight.length === 1 ? retransmission.minimumRtoMs : retransmission.probeSlackMs;
  return Math.min(2 * send.srttMs + allowance, send.rtoMs);
}
