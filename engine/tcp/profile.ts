import type { Ms } from './ms';

export type ProfileName = 'rfc793' | 'rfc9293' | 'linux';

export type Errno =
  | 'EADDRINUSE'
  | 'EADDRNOTAVAIL'
  | 'ECONNREFUSED'
  | 'ECONNRESET'
  | 'ECONNABORTED'
  | 'EISCONN'
  | 'ENOTCONN'
  | 'EPIPE'
  | 'ETIMEDOUT';

/** What one stack does where the standards leave a choice, or where stacks and standards differ. Data only: no branch asks for a profile's name. */
export interface Profile {
  readonly name: ProfileName | 'freebsd';
  readonly mslMs: Ms;
  /** Null = 2 × `mslMs`, as RFC 9293 MUST-13 asks. Linux has a constant and no MSL. */
  readonly timeWaitMs: Ms | null;
  /** A SYN on a synchronized connection: RFC 5961 §4 answers with a challenge ACK, RFC 793 p. 71 resets when it is in the window. */
  readonly synOnConnection: 'challenge' | 'reset';
  /** A RST in the window but not at RCV.NXT: RFC 5961 §3 challenges it, RFC 793 p. 70 obeys it. */
  readonly inexactReset: 'challenge' | 'obey';
  /** Linux also obeys a RST at RCV.NXT − 1 once the peer's FIN is in (`tcp_reset_check`). */
  readonly resetAtFinObeyed: boolean;
  /** A segment that brings nothing new but reaches to the last acknowledgment sent: Linux still reads what it acknowledges (`tcp_sequence`, RCV.WUP). */
  readonly repeatsAcknowledge: boolean;
  /** An acknowledgment older than SND.UNA − MAX.SND.WND: RFC 5961 §5 (RFC 9293 MAY-12) refuses the segment, RFC 793 looks on. */
  readonly ancientAck: 'challenge' | 'ignore';
  /** Least time between two ACKs of one connection that answer nothing new (RFC 5961 §7; Linux `tcp_invalid_ratelimit`); 0 = no limit. */
  readonly challengeIntervalMs: Ms;
  readonly timeWait: TimeWaitPolicy;
  readonly retransmission: RetransmissionPolicy;
  readonly acknowledgment: AcknowledgmentPolicy;
  readonly close: ClosePolicy;
  /** How long after a challenge ACK a SYN is sent again: Linux two jiffies and a rounding, the RFCs wait for the RTO. */
  readonly synRetryAfterChallengeMs: Ms | null;
  /** A SYN that comes again in SYN_RECEIVED: the RFC returns to LISTEN, Linux sends its SYN,ACK again (`tcp_check_req`). */
  readonly repeatedSyn: 'listen' | 'answer';
  /** The SYN,ACK that crosses ours in a simultaneous open is answered with an ACK of its own (Linux takes its SYN for old data). */
  readonly acknowledgesCrossedSyn: boolean;
  /** Text and FIN that come with the SYN of a simultaneous open: RFC 9293 §3.10.7.3 queues both, FreeBSD loses the FIN (`tcp_reass`), Linux takes neither. */
  readonly crossedSynKeeps: 'text and fin' | 'text' | 'nothing';
  /** The ACK of a SYN,ACK that brings text is left to that of the text, as RFC 9293 §3.10.7.3 allows. */
  readonly textSavesAckOfSyn: boolean;
  /** Where SYN and FIN in one segment are thrown away: a listener of Linux does so (`tcp_rcv_state_process`), FreeBSD's `drop_synfin` in any state. */
  readonly dropsSynFin: 'nowhere' | 'at LISTEN' | 'everywhere';
  /** Segments for a port without a listener that get no reset (FreeBSD `blackhole`). */
  readonly closedPortIgnores: 'nothing' | 'SYN' | 'everything';
  /** A SYN,ACK that reaches a listener: the RFC resets as for any ACK, FreeBSD rejects it silently (`tcp_input`). */
  readonly synAckAtListen: 'reset' | 'drop';
  /** Ticks of the clock that drives initial sequence numbers, a millisecond (RFC 9293 §3.4.1: one each 4 µs). */
  readonly isnTicksPerMs: number;
  /** TS.Recent follows a segment once its sequence number is acceptable (RFC 7323 §5.3, R3), or only once its acknowledgment is too (Linux `tcp_ack`). */
  readonly tsRecentFollows: 'sequence' | 'acknowledgment';
  readonly timestamps: boolean;
  readonly mss: number;
  /** Segments that may be out before the first acknowledgment (RFC 6928); each acknowledged one lets one more out (RFC 5681 §3.1). Null = only the window counts. */
  readonly initialWindow: number | null;
  /** RFC 9293 SHLD-7: a small segment waits while others are unacknowledged. */
  readonly nagle: boolean;
  readonly ephemeralPorts: { readonly first: number; readonly last: number };
}

export interface TimeWaitPolicy {
  /** Whose answers: RFC 9293 §3.10.7.4, Linux's `tcp_timewait_state_process()`, or FreeBSD's `tcp_twcheck()`. */
  readonly answers: 'rfc' | 'linux' | 'freebsd';
  /** A RST that matches ends the state; fix F1 of RFC 1337 ignores it. */
  readonly resetEnds: boolean;
  /** A SYN beyond everything received may open the next connection (RFC 1122 §4.2.2.13, RFC 9293 MAY-2). */
  readonly reopenBySequence: boolean;
  /** A SYN with a newer timestamp may (RFC 6191, RFC 9293 SHLD-4). */
  readonly reopenByTimestamp: boolean;
  /** What the new initial sequence number exceeds the old SND.NXT by. */
  readonly reopenIsnStep: number;
  /** How many connections a host keeps in this state; one more is deleted at once (Linux `tcp_max_tw_buckets`). */
  readonly mostEntries: number;
  /** connect() over the same four-tuple from this end: whether it may take the place, and the error if not. ('always' is no stack's rule; it is there to be asked about.) */
  readonly connect: { readonly reuses: 'never' | 'with timestamps' | 'always'; readonly error: Errno };
  /** A connect() that looks for a port by itself may take one whose entry is this old, where `connect` lets it (Linux `tcp_tw_reuse` = 1 and its delay); null = it takes free ports only. */
  readonly automaticReuseAfterMs: Ms | null;
}

export interface RetransmissionPolicy {
  readonly initialRtoMs: Ms;
  readonly minimumRtoMs: Ms;
  readonly maximumRtoMs: Ms;
  /** RTO = SRTT + max(this, 4 × RTTVAR): the clock granularity G of RFC 6298; Linux puts its minimum here. */
  readonly varianceFloorMs: Ms;
  /** Added to every interval but the first of a SYN (FreeBSD `rexmit_slop`). */
  readonly slopMs: Ms;
  /** RTO of a connection whose SYN was lost, so that no round trip could be measured (RFC 6298 §5.7). */
  readonly rtoAfterSynLossMs: Ms;
  /** How many SYN time-outs pass before the interval doubles (Linux `tcp_syn_linear_timeouts`). */
  readonly linearSynTimeouts: number;
  /** Tick of the clock behind the timer, which rounds up (Linux 1000 / HZ, `calc_index`); 0 = exact, as the book draws it. */
  readonly jiffyMs: Ms;
  /** Before the first time-out the last segment is sent once more, to draw an acknowledgment that tells what is missing (RFC 8985 §7). */
  readonly tailLossProbe: boolean;
  /** What is waited beyond two round trips when several segments are out: two ticks of Linux's clock. */
  readonly probeSlackMs: Ms;
  /** When to give up: after so many retransmissions, or (Linux `retransmits_timed_out`) after the time that so many would take from the least RTO. */
  readonly givesUpBy: 'count' | 'time';
  readonly retries: { readonly syn: number; readonly synAck: number; readonly data: number; readonly orphan: number };
}

export interface AcknowledgmentPolicy {
  /**
   * 'piggyback': at the end of the instant, so that what the application sends at once carries it. 'linux': quick ACKs first, then delayed
   * ones. 'every second': for each second segment and for a FIN at once, else after the delay (RFC 9293 MUST-59, SHLD-19; FreeBSD `DELAY_ACK`).
   */
  readonly policy: 'piggyback' | 'linux' | 'every second';
  readonly delayMs: Ms;
  /** The first delay of a connection that has received no data yet (Linux: the next jiffy). */
  readonly firstDelayMs: Ms;
}

export interface ClosePolicy {
  /** close() with unread octets: RFC 9293 SHLD-3 and RFC 2525 §2.17 send RST. */
  readonly unreadDataResets: boolean;
  /** Octets that arrive after close(), where nobody can read them any more (RFC 9293 MAY-1, SHLD-3). */
  readonly lateDataResets: boolean;
  /** How long a closed socket may stay in FIN_WAIT_2 (Linux `tcp_fin_timeout`); null = for ever, as in the RFC. */
  readonly finWait2Ms: Ms | null;
  /** FIN_WAIT_2 that no application owns resets for a SYN in the window (`tcp_timewait_state_process`), whatever `synOnConnection` says. */
  readonly orphanResetsSyn: boolean;
  /** An orphan that stays in FIN_WAIT_2 no longer than this does so in a time-wait socket (Linux `tcp_time_wait`); null = never. */
  readonly miniFinWait2Ms: Ms | null;
  /** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=RST,ACK> where the RFC sends no ACK (Linux `tcp_send_active_reset`). */
  readonly abortAcknowledges: boolean;
  /** What a SYN in the window is reset with: the answer that a closed port gives, or the connection's own abort (FreeBSD `tcp_drop`). */
  readonly synResetAs: 'closed port' | 'abort';
  /** An ACK from a state whose FIN is out carries that FIN again (FreeBSD `tcp_output`, `tcp_outflags`). */
  readonly ackRepeatsFin: boolean;
  /** What a call is told after a reset in CLOSE_WAIT. */
  readonly resetInCloseWait: Errno;
}

const MINUTE = 60_000;

const rfc9293: Profile = {
  name: 'rfc9293',
  mslMs: 2 * MINUTE,
  timeWaitMs: null,
  synOnConnection: 'challenge',
  inexactReset: 'challenge',
  resetAtFinObeyed: false,
  repeatsAcknowledge: false,
  ancientAck: 'challenge',
  challengeIntervalMs: 500,
  timeWait: {
    answers: 'rfc',
    resetEnds: true,
    reopenBySequence: true,
    reopenByTimestamp: true,
    reopenIsnStep: 65_537,
    mostEntries: Number.POSITIVE_INFINITY,
    connect: { reuses: 'never', error: 'EADDRINUSE' },
    automaticReuseAfterMs: null,
  },
  retransmission: {
    initialRtoMs: 1000,
    minimumRtoMs: 1000,
    maximumRtoMs: 120_000,
    varianceFloorMs: 1,
    slopMs: 0,
    rtoAfterSynLossMs: 3000,
    linearSynTimeouts: 0,
    jiffyMs: 0,
    tailLossProbe: false,
    probeSlackMs: 0,
    givesUpBy: 'count',
    retries: { syn: 7, synAck: 7, data: 6, orphan: 6 },
  },
  acknowledgment: { policy: 'piggyback', delayMs: 0, firstDelayMs: 0 },
  close: {
    unreadDataResets: true,
    lateDataResets: false,
    finWait2Ms: null,
    orphanResetsSyn: false,
    miniFinWait2Ms: null,
    abortAcknowledges: false,
    synResetAs: 'closed port',
    ackRepeatsFin: false,
    resetInCloseWait: 'EPIPE',
  },
  synRetryAfterChallengeMs: null,
  repeatedSyn: 'listen',
  acknowledgesCrossedSyn: false,
  crossedSynKeeps: 'text and fin',
  textSavesAckOfSyn: false,
  dropsSynFin: 'nowhere',
  closedPortIgnores: 'nothing',
  synAckAtListen: 'reset',
  isnTicksPerMs: 250,
  tsRecentFollows: 'sequence',
  timestamps: false,
  mss: 1460,
  initialWindow: null,
  nagle: true,
  ephemeralPorts: { first: 49_152, last: 65_535 },
};

/** A stack as of 1981, with the retransmission timer that RFC 6298 gave all of them. */
const rfc793: Profile = {
  ...rfc9293,
  name: 'rfc793',
  synOnConnection: 'reset',
  inexactReset: 'obey',
  ancientAck: 'ignore',
  challengeIntervalMs: 0,
  timeWait: { ...rfc9293.timeWait, reopenBySequence: false, reopenByTimestamp: false },
  close: { ...rfc9293.close, unreadDataResets: false },
  mss: 536,
  nagle: false,
};

/** Linux 6.18 with its default settings, HZ = 250. */
const linux: Profile = {
  name: 'linux',
  mslMs: 30_000,
  timeWaitMs: MINUTE,
  synOnConnection: 'challenge',
  inexactReset: 'challenge',
  resetAtFinObeyed: true,
  repeatsAcknowledge: true,
  ancientAck: 'challenge',
  challengeIntervalMs: 500,
  timeWait: {
    answers: 'linux',
    resetEnds: true,
    reopenBySequence: true,
    reopenByTimestamp: true,
    reopenIsnStep: 65_537,
    mostEntries: Number.POSITIVE_INFINITY,
    connect: { reuses: 'with timestamps', error: 'EADDRNOTAVAIL' },
    automaticReuseAfterMs: null,
  },
  retransmission: {
    initialRtoMs: 1000,
    minimumRtoMs: 200,
    maximumRtoMs: 2 * MINUTE,
    varianceFloorMs: 200,
    slopMs: 0,
    rtoAfterSynLossMs: 3000,
    linearSynTimeouts: 4,
    jiffyMs: 0,
    tailLossProbe: true,
    probeSlackMs: 8,
    givesUpBy: 'time',
    retries: { syn: 6, synAck: 5, data: 15, orphan: 8 },
  },
  acknowledgment: { policy: 'linux', delayMs: 40, firstDelayMs: 2 },
  close: {
    unreadDataResets: true,
    lateDataResets: true,
    finWait2Ms: MINUTE,
    orphanResetsSyn: true,
    miniFinWait2Ms: MINUTE,
    abortAcknowledges: true,
    synResetAs: 'closed port',
    ackRepeatsFin: false,
    resetInCloseWait: 'EPIPE',
  },
  synRetryAfterChallengeMs: 10,
  repeatedSyn: 'answer',
  acknowledgesCrossedSyn: true,
  crossedSynKeeps: 'nothing',
  textSavesAckOfSyn: false,
  dropsSynFin: 'at LISTEN',
  closedPortIgnores: 'nothing',
  synAckAtListen: 'reset',
  isnTicksPerMs: 15_625,
  tsRecentFollows: 'acknowledgment',
  timestamps: true,
  mss: 1460,
  initialWindow: 10,
  nagle: true,
  ephemeralPorts: { first: 32_768, last: 60_999 },
};

export const PROFILES: Readonly<Record<ProfileName, Profile>> = { rfc793, rfc9293, linux };

/** How long TIME_WAIT lasts under this profile. */
export function timeWaitDuration(profile: Profile): Ms {
  return profile.timeWaitMs ?? 2 * profile.mslMs;
}
