import type { SendSide } from './connection';
import type { Profile } from './profile';

/** How many segments may be out at once. */
export function congestionWindow(send: SendSide, profile: Profile): number {
  return profile.initialWindow === null ? Number.POSITIVE_INFINITY : (send.congestionWindow ?? profile.initialWindow);
}

/** Slow start: every acknowledged segment lets one more out, where the window was what held the sender back (RFC 5681 §3.1). */
export function grown(send: SendSide, segments: number, profile: Profile): SendSide {
  if (profile.initialWindow === null) return send;
  const window = congestionWindow(send, profile);
  const isLimited = send.inFlight.length * 2 >= window;
  return isLimited ? { ...send, congestionWindow: window + segments } : send;
}

/**
 * How many segments Linux hands to the network interface in one piece, which marks the last of them with PSH: what its pacing rate sends
 * in a millisecond, two at least (`tcp_tso_autosize`). Infinity where the profile knows no such thing.
 */
export function segmentsTogether(send: SendSide, profile: Profile): number {
  if (profile.initialWindow === null) return Number.POSITIVE_INFINITY;
  const perMs = (2 * congestionWindow(send, profile)) / ((send.srttMs ?? 1) * 1.024);
  return Math.max(2, Math.floor(perMs));
}
