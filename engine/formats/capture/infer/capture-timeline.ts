import type { SegmentKind } from '../../../simulation/timeline';
import type { TcpState } from '../../../tcp/state';
import type { CapturedPacket } from '../packet';

/**
 * What a capture tells of the connections in it, in the shape of a run's `Timeline` as far as that is honest. Times are milliseconds since the
 * file's first packet. What a capture cannot show is null here, or bounded by a `Moment`, or listed in `unknown`; it is never made up.
 */
export interface CaptureTimeline {
  readonly startedAt: string | null;
  readonly endMs: number;
  /** One end of one incarnation each, as in a run. An end that never showed itself has none. */
  readonly connections: readonly CaptureConnection[];
  /** In the order in which they were first seen; `id` is the index. */
  readonly segments: readonly CaptureSegment[];
  readonly intervals: readonly CaptureInterval[];
  /** Packets that were left out because another interface saw the connection better. */
  readonly unused: number;
  /** No capture shows what applications call and get, nor when timers run: a run's entries, deliveries and timers have no counterpart. */
  readonly entries: null;
  readonly deliveries: null;
  readonly timers: null;
}

/** When something happened, as far as a capture tells. Equal bounds: it was seen where it happened. Null: no bound on that side. */
export interface Moment {
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
}

/**
 * What this capture does not tell of an end:
 * - `start`: the connection was open before the capture began, so numbers count from the first seen and states from all that fit;
 * - `receptions`: nobody listened at this end, so a segment that passed may not have reached it;
 * - `sendings`: for the same reason a segment left before it was seen, and some may have been lost before they were;
 * - `end`: the last state may have ended unseen (TIME_WAIT and a closed FIN_WAIT_2 run out silently, a host may vanish);
 * - `gap`: octets are missing in the capture that the other end acknowledged;
 * - `contradiction`: something was sent that no state explains; from there on states begin anew.
 */
export type Unknown = 'start' | 'receptions' | 'sendings' | 'end' | 'gap' | 'contradiction';

export interface CaptureConnection {
  readonly id: string;
  /** The address of this end. */
  readonly host: string;
  readonly localPort: number;
  readonly remoteHost: string;
  readonly remotePort: number;
  /** Which connection of this four-tuple in this capture, counted from 1. */
  readonly incarnation: number;
  readonly isn: number | null;
  readonly opening: 'active' | 'passive' | 'simultaneous' | null;
  /** Whether the capture was made at this end, so that its sendings and receptions are exact. */
  readonly isWatched: boolean;
  readonly opened: Moment | null;
  /** Null: it was not seen to end. */
  readonly closed: (Moment & { readonly by: ClosedBy }) | null;
  readonly unknown: readonly Unknown[];
}

/**
 * How an end was seen to be gone: the ACK of its FIN passed; a reset passed, in one direction or the other; it answered like one that knows of
 * no connection; it opened the next connection of the same four-tuple.
 */
export type ClosedBy = 'last-ack' | 'reset-received' | 'reset-sent' | 'unknown-to-it' | 'replaced';

export interface CaptureSegment {
  readonly id: number;
  /** The packets of the file in which it was seen, as Wireshark counts them: one for each end that was watched. */
  readonly packets: readonly number[];
  readonly from: string;
  readonly to: string;
  /** The sender's end. */
  readonly connection: string | null;
  readonly incarnation: number;
  /** False where its numbers fit an older incarnation just as well. */
  readonly isIncarnationCertain: boolean;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly kind: SegmentKind;
  /** As printed, e.g. 'FIN, ACK'. */
  readonly flags: string;
  readonly seq: number;
  readonly ack: number | null;
  /** Counted from the initial number, or from the one before the first seen where the start is unknown. */
  readonly relativeSeq: number;
  readonly relativeAck: number | null;
  readonly length: number;
  /** One character an octet; shorter than `length` where the capture kept less. */
  readonly payload: string;
  /** In octets where the scale is known; else the header's field, and `isWindowScaleKnown` is false. */
  readonly window: number;
  readonly isWindowScaleKnown: boolean;
  readonly timestamps: CapturedPacket['options']['timestamps'];
  readonly sent: Moment;
  /** Null: unknown, or lost. */
  readonly arrives: Moment | null;
  /** `lost` is said only where the receiver was watched and did not get it by the end of the capture. */
  readonly fate: 'delivered' | 'lost' | 'unknown';
  /** The segment of which the network made this copy: the same datagram again. */
  readonly copyOf: number | null;
  /** 1 for a first transmission, 2 for the first retransmission, … */
  readonly transmission: number;
  /** An ACK that says what the segment before it in its direction said. */
  readonly isDuplicateAck: boolean;
}

export interface CaptureInterval {
  readonly connection: string;
  readonly host: string;
  /** The likeliest: whatever was not contradicted later is taken to have arrived when it passed. */
  readonly state: TcpState;
  /** Whether at some moment of it no other state fits all that was seen, before and after. */
  readonly isCertain: boolean;
  /** Other states that fit as well at its end. */
  readonly alternatives: readonly TcpState[];
  /** Where to draw it; `from` and `to` say how exact that is. */
  readonly fromMs: number;
  readonly toMs: number | null;
  readonly from: Moment;
  /** Null: not seen to end. */
  readonly to: Moment | null;
  /** The segment by which it was entered; null where it held before the first. */
  readonly enteredBy: number | null;
}
