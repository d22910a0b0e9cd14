import { PROFILES, type Profile } from '../../../tcp/profile';

const { rfc9293 } = PROFILES;

/**
 * FreeBSD 14 with its default settings. Apart from the profiles of figures, none of which loads it. Where it does as the RFC says, that
 * profile's data stand; each difference names its function.
 */
export const freebsd: Profile = {
  ...rfc9293,
  name: 'freebsd',
  // TCPTV_MSL
  mslMs: 30_000,
  // tcp_respond() after a challenge is bound by a count of all connections (net.inet.tcp.ack_war_cnt), which single ones never reach.
  challengeIntervalMs: 0,
  timeWait: {
    ...rfc9293.timeWait,
    answers: 'freebsd',
    // tcp_twcheck(): "drop the segment" for every RST, and a SYN recycles the connection by its sequence number only.
    resetEnds: false,
    reopenByTimestamp: false,
  },
  retransmission: {
    ...rfc9293.retransmission,
    initialRtoMs: 1000,
    // TCPTV_MIN, TCPTV_REXMTMAX, tcp_rexmit_slop: TCPT_RANGESET() adds the last to every interval it sets.
    minimumRtoMs: 30,
    maximumRtoMs: 64_000,
    slopMs: 200,
    // TCP_MAXRXTSHIFT
    retries: { syn: 12, synAck: 3, data: 12, orphan: 12 },
  },
  // tcp_do_segment(), DELAY_ACK; tcp_delacktime
  acknowledgment: { policy: 'every second', delayMs: 40, firstDelayMs: 40 },
  close: {
    ...rfc9293.close,
    // tcp_do_segment(): "If new data are received on a connection after the user processes are gone, then RST the other end."
    lateDataResets: true,
    // tcp_finwait2_timeout
    finWait2Ms: 60_000,
    // tcp_drop(), tcp_output()
    abortAcknowledges: true,
    synResetAs: 'abort',
    // tcp_output(): tcp_outflags of the state
    ackRepeatsFin: true,
    // tcp_do_segment(): the close of a connection by RST sets ECONNRESET in every state from SYN_RECEIVED on.
    resetInCloseWait: 'ECONNRESET',
  },
  // syncache_add(): a SYN that comes again is answered by the entry it made.
  repeatedSyn: 'answer',
  // tcp_reass(): before ESTABLISHED a FIN behind the text is forgotten.
  crossedSynKeeps: 'text',
  // tcp_do_segment(), SYN_SENT: "If there's data, delay ACK"
  textSavesAckOfSyn: true,
  // tcp_input(): "Listen socket: SYN|ACK invalid, segment rejected"
  synAckAtListen: 'drop',
  // tcp_new_ts(), TSTMP_TS
  timestamps: true,
  // ipport_firstauto, ipport_lastauto
  ephemeralPorts: { first: 10_000, last: 65_535 },
};
