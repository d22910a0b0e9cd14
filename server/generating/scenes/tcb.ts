import 'server-only';
import type { Connection, ReceiveSide, SendSide, Synchronized } from '@/engine/tcp/connection';
import { PROFILES, type Profile } from '@/engine/tcp/profile';
import { printFlags, type Segment } from '@/engine/tcp/segment';
import { seqNumber } from '@/engine/tcp/sequence-number';
import { step } from '@/engine/tcp/step';
import type { Context } from '@/engine/tcp/turn';

/** The numbers of a control block that a reader is shown. */
export interface Numbers {
  /** SND.UNA and SND.NXT; SND.UNA is SND.NXT where nothing is out. */
  readonly sndUna: number;
  readonly sndNxt: number;
  readonly rcvNxt: number;
  readonly rcvWnd: number;
  readonly tsRecent?: number | null;
  /** RTO of what is out, ms. */
  readonly rtoMs?: number;
  /** A FIN is the last thing that was sent. */
  readonly finOut?: boolean;
}

export type OpenState = 'ESTABLISHED' | 'FIN_WAIT_1' | 'FIN_WAIT_2' | 'CLOSE_WAIT' | 'CLOSING' | 'LAST_ACK';

/** A connection in this state with these numbers, as the engine keeps it. */
export function connectionIn(state: OpenState | 'TIME_WAIT', numbers: Numbers): Connection {
  const { sndNxt, rcvNxt, rcvWnd, tsRecent = null } = numbers;
  if (state === 'TIME_WAIT') {
    const places = { sndNxt: seqNumber(sndNxt), rcvNxt: seqNumber(rcvNxt), rcvWnd, tsRecent };
    return { state, origin: 1, lastChallengeMs: null, unread: [], ...places };
  }
  const both: Synchronized = { send: sendSide(numbers), receive: receiveSide(numbers, state) };
  return state === 'FIN_WAIT_1' || state === 'FIN_WAIT_2' ? { state, orphan: false, ...both } : { state, ...both };
}

function sendSide({ sndUna, sndNxt, rtoMs = 1000, finOut = false }: Numbers): SendSide {
  const out = { seq: seqNumber(sndUna), syn: false, fin: finOut, sentMs: 0, transmissions: 1 };
  const length = sndNxt - sndUna - (finOut ? 1 : 0);
  return {
    origin: 1,
    iss: seqNumber(sndUna - 1),
    sndUna: seqNumber(sndUna),
    sndNxt: seqNumber(sndNxt),
    sndWnd: 65_535,
    sndWl1: seqNumber(0),
    sndWl2: seqNumber(sndUna),
    maxSndWnd: 65_535,
    unsent: '',
    finQueued: finOut,
    inFlight: sndNxt === sndUna ? [] : [{ ...out, text: 'x'.repeat(length) }],
    recoverUntil: null,
    srttMs: null,
    rttvarMs: 0,
    rtoMs,
    retries: 0,
    userTimeoutMs: null,
    stalledSinceMs: 0,
  };
}

function receiveSide({ rcvNxt, rcvWnd, tsRecent = null }: Numbers, state: OpenState): ReceiveSide {
  return {
    irs: seqNumber(rcvNxt - 1),
    rcvNxt: seqNumber(rcvNxt),
    capacity: rcvWnd,
    unread: [],
    unreadLength: 0,
    held: [],
    finAt: null,
    ended: state === 'CLOSE_WAIT' || state === 'CLOSING' || state === 'LAST_ACK',
    tsRecent,
    lastAckSent: seqNumber(rcvNxt),
    ackOwed: false,
    lastChallengeMs: null,
    advertisedEdge: seqNumber(rcvNxt + rcvWnd),
  };
}

/** A segment in few words; what is not said is empty. */
export function segment(said: Partial<Segment> & { readonly at: number; readonly acks?: number | null }): Segment {
  const { at, acks = null, ...rest } = said;
  return {
    ack: acks === null ? null : seqNumber(acks),
    syn: false,
    fin: false,
    rst: false,
    psh: false,
    window: 65_535,
    text: '',
    timestamps: null,
    origin: 1,
    ...rest,
    seq: seqNumber(at),
  };
}

/** What the engine makes of one segment. */
export interface Reaction {
  readonly sent: Segment | null;
  readonly flags: string;
  readonly isChallenge: boolean;
  readonly reopens: boolean;
  /** Initial number of the connection that begins anew. */
  readonly reopenIss: number | null;
  readonly restartsClock: boolean;
  readonly connection: Connection;
  readonly delivered: number;
  readonly reception: string;
}

export function receive(
  connection: Connection,
  arriving: Segment,
  profile: Profile = PROFILES.rfc9293,
  context: Partial<Context> = {},
): Reaction {
  const world: Context = {
    nowMs: 10_000,
    profile,
    iss: seqNumber(77_000),
    origin: 2,
    capacity: 65_535,
    timestamps: profile.timestamps,
    hasListener: false,
    ...context,
  };
  const outcome = step(connection, { type: 'segment', segment: arriving }, world);
  const send = outcome.effects.find((effect) => effect.type === 'send');
  const reopen = outcome.effects.find((effect) => effect.type === 'reopen');
  const delivered = outcome.effects.flatMap((effect) => (effect.type === 'deliver' ? effect.octets : []));
  return {
    sent: send?.segment ?? null,
    flags: send ? printFlags(send.segment) : '',
    isChallenge: send?.isChallenge ?? false,
    reopens: reopen !== undefined,
    reopenIss: reopen?.iss ?? null,
    restartsClock: outcome.effects.some((effect) => effect.type === 'arm' && effect.timer === 'time-wait'),
    connection: outcome.connection,
    delivered: delivered.reduce((sum, { text }) => sum + text.length, 0),
    reception: outcome.reception,
  };
}
