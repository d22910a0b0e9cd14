import type { ProfileName } from '../tcp/profile';

/**
 * 'old-octets': can an octet of the old connection be handed to the application of the new one?
 * 'passive-end': can the side that closes second end other than by an ACK: by a reset, or by giving up?
 */
export type Ask = 'old-octets' | 'passive-end';

/** The two ends: the client closes first and waits in TIME_WAIT, the server closes second. */
export type Side = 'client' | 'server';

export type FaultKind = 'loss' | 'delay' | 'duplicate';

/** What is asked, and the bounds within which every schedule is tried. All times are whole milliseconds. */
export interface Question {
  readonly ask: Ask;
  readonly profile: ProfileName;
  /** No segment arrives later than this after it was sent. */
  readonly mslMs: number;
  readonly timeWaitMs: number;
  /** How long a segment travels that nothing happens to. */
  readonly oneWayMs: number;
  /** A late segment, or a copy, arrives a whole number of ticks after it was sent. */
  readonly tickMs: number;
  /** The most segments of a schedule that are lost, late or doubled. */
  readonly faults: number;
  readonly kinds: readonly FaultKind[];
  /** Whose segments may be struck. */
  readonly sides: readonly Side[];
  /** Of each side only the first so many segments after the handshake may be struck. */
  readonly segments: number;
  /** Numbers of the new connection: such that the old octets fit exactly, or from the clock of RFC 9293 §3.4.1. */
  readonly isns: 'worst' | 'clock';
  readonly timestamps: boolean;
  /** How many octets the server sends right before its FIN; one segment, or none. */
  readonly octets: number;
  /** The ACK that begins or restarts TIME_WAIT may be late, but it is not lost. */
  readonly lastAckArrives: boolean;
  /** A reset does not end TIME_WAIT (fix F1 of RFC 1337). */
  readonly resetsIgnored: boolean;
}

const COMMON = {
  profile: 'rfc9293',
  mslMs: 1000,
  oneWayMs: 1,
  tickMs: 500,
  faults: 2,
  kinds: ['loss', 'delay', 'duplicate'],
  sides: ['client', 'server'],
  segments: 6,
  isns: 'worst',
  timestamps: false,
} as const;

const OWN = {
  'old-octets': { octets: 3, lastAckArrives: true, resetsIgnored: true },
  'passive-end': { octets: 0, lastAckArrives: false, resetsIgnored: true },
} as const;

/** The question with the usual bounds, but for what is given. TIME_WAIT is two MSL unless something else is said. */
export function questionOf(ask: Ask, given: Partial<Omit<Question, 'ask'>> = {}): Question {
  const whole = { ask, ...COMMON, ...OWN[ask], ...given };
  return { ...whole, timeWaitMs: given.timeWaitMs ?? 2 * whole.mslMs };
}
