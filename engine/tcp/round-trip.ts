import type { SendSide, SentSegment } from './connection';
import type { Ms } from './ms';
import type { RetransmissionPolicy } from './profile';

type Estimate = Pick<SendSide, 'srttMs' | 'rttvarMs' | 'rtoMs'>;

/** Takes one round-trip sample into SRTT, RTTVAR and RTO (RFC 6298 §2.2 and §2.3). */
export function withSample<S extends Estimate>(send: S, sampleMs: Ms, policy: RetransmissionPolicy): S {
  const first = send.srttMs === null;
  const srtt = send.srttMs ?? sampleMs;
  const rttvarMs = first ? sampleMs / 2 : 0.75 * send.rttvarMs + 0.25 * Math.abs(srtt - sampleMs);
  const srttMs = first ? sampleMs : 0.875 * srtt + 0.125 * sampleMs;
  const computed = Math.ceil(srttMs + Math.max(policy.varianceFloorMs, 4 * rttvarMs));
  return { ...send, srttMs, rttvarMs, rtoMs: bounded(computed, policy) };
}

/** The next interval after a time-out: twice the last one (RFC 6298 §5.5). */
export function backedOff(rtoMs: Ms, policy: RetransmissionPolicy): Ms {
  return Math.min(rtoMs * 2, policy.maximumRtoMs);
}

/** The round trip that an acknowledgment measures: of the newest segment it covers, unless that was sent twice (Karn: RFC 6298 §3). */
export function sampleOf(acknowledged: readonly SentSegment[], nowMs: Ms): Ms | null {
  const newest = acknowledged.at(-1);
  return newest === undefined || newest.transmissions > 1 ? null : nowMs - newest.sentMs;
}

function bounded(rtoMs: Ms, policy: RetransmissionPolicy): Ms {
  return Math.min(Math.max(rtoMs, policy.minimumRtoMs), policy.maximumRtoMs);
}
