import type { TcpState } from '../tcp/state';
import type { HostId, SegmentSelector, SocketId } from './scenario';

/** A question put to a finished run. Verdicts beside a figure and the keys of predict questions are both measures: computed, never typed. */
export type Measure =
  /** State of a socket's connection at a moment counted from the origin. CLOSED where there is none. */
  | { readonly measure: 'state'; readonly socket: SocketId; readonly atMs: number }
  /** Milliseconds a socket's connection spent in a state. */
  | { readonly measure: 'timeInState'; readonly socket: SocketId; readonly state: TcpState }
  /** What ended a state: the flags of the segment ('ACK', 'RST', …), 'timeout', 'call', or 'nothing' while it lasts. */
  | { readonly measure: 'leftBy'; readonly socket: SocketId; readonly state: TcpState }
  /** Flags of what the receiver of a segment sent in answer: 'ACK', 'RST', …, or 'nothing'. */
  | { readonly measure: 'answerTo'; readonly segment: SegmentSelector }
  /** Milliseconds from connect() to its return with success; null where it failed or had not returned. */
  | { readonly measure: 'connectTime'; readonly socket: SocketId }
  /** What connect() gave back: '0', 'ECONNREFUSED', …, or 'pending'. */
  | { readonly measure: 'connectResult'; readonly socket: SocketId }
  /** Resets a host sent. */
  | { readonly measure: 'resetsSent'; readonly host: HostId }
  /** How many segments match, copies made by the network not counted. */
  | { readonly measure: 'segmentsSent'; readonly segment: SegmentSelector }
  /** Octets of an earlier connection that were delivered to this socket. */
  | { readonly measure: 'oldOctets'; readonly socket: SocketId }
  /** What the application read, whole. */
  | { readonly measure: 'received'; readonly socket: SocketId };

export type MeasureValue = string | number | null;
