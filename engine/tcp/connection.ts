import type { Ms } from './ms';
import type { Errno } from './profile';
import type { SeqNumber } from './sequence-number';

/** Octets in a row that one incarnation wrote. */
export interface Octets {
  readonly text: string;
  readonly origin: number;
}

/** A segment on the retransmission queue. */
export interface SentSegment {
  readonly seq: SeqNumber;
  readonly text: string;
  readonly syn: boolean;
  readonly fin: boolean;
  /** Set where PSH is not simply the mark of text: the end of what leaves together. */
  readonly psh?: boolean;
  readonly sentMs: Ms;
  readonly transmissions: number;
}

/** The send half of a transmission control block (RFC 9293 §3.3.1) with its retransmission timer (RFC 6298). */
export interface SendSide {
  readonly origin: number;
  readonly iss: SeqNumber;
  readonly sndUna: SeqNumber;
  readonly sndNxt: SeqNumber;
  readonly sndWnd: number;
  readonly sndWl1: SeqNumber;
  readonly sndWl2: SeqNumber;
  readonly maxSndWnd: number;
  /** Handed over by the application, not sent yet. */
  readonly unsent: string;
  /** The application has closed; the FIN follows `unsent`. */
  readonly finQueued: boolean;
  /** Sent and not acknowledged, oldest first. The retransmission timer runs while there is any. */
  readonly inFlight: readonly SentSegment[];
  /** While older than this, an advancing acknowledgment sends the next lost segment again. */
  readonly recoverUntil: SeqNumber | null;
  readonly srttMs: Ms | null;
  readonly rttvarMs: Ms;
  readonly rtoMs: Ms;
  /** Retransmissions since the last progress. */
  readonly retries: number;
  /** How long what was handed over may go unacknowledged; null = as long as retransmission goes on. */
  readonly userTimeoutMs: Ms | null;
  /** The largest segment that the peer takes, where its SYN said so. */
  readonly mss?: number;
  /** Segments that may be out, where the profile bounds them. */
  readonly congestionWindow?: number;
  /** Since when nothing has come of the retransmissions. */
  readonly stalledSinceMs?: Ms | null;
  /** The retransmission timer is set for a tail loss probe, or there has been one since the last progress. */
  readonly probe?: 'armed' | 'sent' | null;
}

/** Octets that arrived before those in front of them. */
export interface Held {
  readonly seq: SeqNumber;
  readonly text: string;
  readonly origin: number;
}

/** When Linux acknowledges text at once and when it waits (`inet_csk(sk)->icsk_ack`). */
export interface AckMode {
  /** ACKs that still go out at once: a connection begins so, since its peer begins slowly. */
  readonly quick: number;
  /** The application answers what it receives, so that an acknowledgment may ride on the answer. */
  readonly pingPong: boolean;
  /** How long an ACK waits for company; 0 before the first text. */
  readonly delayMs: Ms;
  readonly lastTextMs: Ms;
}

/** The receive half (RFC 9293 §3.3.1) with its reassembly queue and what the application has not read yet. */
export interface ReceiveSide {
  readonly irs: SeqNumber;
  readonly rcvNxt: SeqNumber;
  /** Size of the receive buffer; the window is what of it is free. */
  readonly capacity: number;
  readonly unread: readonly Octets[];
  readonly unreadLength: number;
  /** In order of sequence, none overlapping another. */
  readonly held: readonly Held[];
  /** Where a FIN stands that arrived before octets in front of it. */
  readonly finAt: SeqNumber | null;
  /** The peer's FIN has been received in order. */
  readonly ended: boolean;
  /** shutdown() of the receiving direction: nobody will read what comes now. */
  readonly shut?: boolean;
  /** TS.Recent of RFC 7323; null where timestamps were not agreed on. */
  readonly tsRecent: number | null;
  /** How Linux decides when to acknowledge; absent before the first text. */
  readonly ackMode?: AckMode;
  readonly lastAckSent: SeqNumber;
  /** An acknowledgment waits to be sent with data or by the delayed-ACK timer. */
  readonly ackOwed: boolean;
  /** When the last ACK was sent that answered nothing new: for the rate limit of RFC 5961 §7. */
  readonly lastChallengeMs: Ms | null;
  /** Right edge of the window as the peer was last told. */
  readonly advertisedEdge: SeqNumber;
}

export interface Closed {
  readonly state: 'CLOSED';
  /** Why there is no connection any more, as a call on it would report; null after a normal end. */
  readonly error: Errno | null;
  /** Received in order before the end and not read yet. */
  readonly unread: readonly Octets[];
}

export interface Listen {
  readonly state: 'LISTEN';
}

export interface SynSent {
  readonly state: 'SYN_SENT';
  readonly send: SendSide;
  readonly capacity: number;
}

export interface Synchronized {
  readonly send: SendSide;
  readonly receive: ReceiveSide;
}

export interface SynReceived extends Synchronized {
  readonly state: 'SYN_RECEIVED';
  /** A passive one returns to LISTEN where an active one is refused. */
  readonly openedBy: 'passive' | 'active';
}

export interface Established extends Synchronized {
  readonly state: 'ESTABLISHED';
}

export interface FinWait1 extends Synchronized {
  readonly state: 'FIN_WAIT_1';
  /** The application called close() and not only shutdown(): nobody will read any more. */
  readonly orphan: boolean;
}

export interface FinWait2 extends Synchronized {
  readonly state: 'FIN_WAIT_2';
  readonly orphan: boolean;
  /** Linux keeps an orphan in a time-wait socket, which only waits for the peer's FIN. */
  readonly isMini?: boolean;
}

export interface CloseWait extends Synchronized {
  readonly state: 'CLOSE_WAIT';
}

export interface Closing extends Synchronized {
  readonly state: 'CLOSING';
}

export interface LastAck extends Synchronized {
  readonly state: 'LAST_ACK';
}

/** All that is left of a connection: enough to answer for it, nothing to send. */
export interface TimeWait {
  readonly state: 'TIME_WAIT';
  readonly origin: number;
  readonly sndNxt: SeqNumber;
  readonly rcvNxt: SeqNumber;
  readonly rcvWnd: number;
  readonly tsRecent: number | null;
  readonly lastChallengeMs: Ms | null;
  /** Belongs to the socket, not to the protocol: received in order, not read yet. */
  readonly unread: readonly Octets[];
}

/** A connection is a value: `step` makes the next one and leaves this one as it was. */
export type Connection =
  | Closed
  | Listen
  | SynSent
  | SynReceived
  | Established
  | FinWait1
  | FinWait2
  | CloseWait
  | Closing
  | LastAck
  | TimeWait;

/** The states in which both sequence spaces are known and segments pass the checks of RFC 9293 §3.10.7.4, TIME_WAIT apart. */
export type OpenConnection = Exclude<Connection, Closed | Listen | SynSent | TimeWait>;

export const CLOSED: Closed = { state: 'CLOSED', error: null, unread: [] };
export const LISTEN: Listen = { state: 'LISTEN' };

/** RCV.WND. */
export function receiveWindow(receive: ReceiveSide): number {
  return receive.capacity - receive.unreadLength;
}
