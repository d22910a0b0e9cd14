import { type CapturedPacket, FLAG } from '../packet';
import { other, type Side } from './conversation';
import type { Passing } from './passing';
import { SequenceTrack } from './sequence-track';

/** One connection of a four-tuple, as far as its numbers have been seen. */
export interface Incarnation {
  readonly number: number;
  /** False where the capture began, or lost what came, before the first segment seen of it. */
  readonly beginsWithSyn: boolean;
  /** By end; null until a number of it is known. */
  readonly tracks: [SequenceTrack | null, SequenceTrack | null];
  /** By end: what it sent first. */
  readonly opener: ['syn' | 'syn-ack' | null, 'syn' | 'syn-ack' | null];
  /** By end: whether it has sent anything but a SYN. */
  readonly isPastSyn: [boolean, boolean];
  /** By end: the window scale of its SYN; null = no such option, undefined = no SYN seen. */
  readonly scale: [number | null | undefined, number | null | undefined];
  /** By end: the largest window that it has offered, in octets; how far ahead of all that was seen the other's numbers may lie. */
  readonly offered: [number, number];
}

export interface Assignment {
  readonly incarnation: Incarnation;
  /** False where an older incarnation has room for these numbers as well. */
  readonly isCertain: boolean;
}

/** How many incarnations back a segment may belong. */
const MEMORY = 4;
/** Of window scale (RFC 7323 §2.3): what a window may be multiplied by where its SYN was not captured. */
const LARGEST_SHIFT = 14;

/**
 * Tells the connections of a four-tuple apart. A SYN with another number than the last begins the next one; everything else belongs to the newest
 * that has room for both its numbers, since a challenge ACK, or the reset that answers it, still speaks for the old one.
 */
export class Incarnations {
  readonly all: Incarnation[] = [];

  /** @param next What was seen after it; an answer among it may tell a late SYN from a new one. */
  assign({ packet, side }: Passing, next: readonly Passing[]): Assignment {
    const isSyn = (packet.flags & FLAG.syn) !== 0;
    const assignment = isSyn
      ? { incarnation: this.ofSyn(packet, side, next), isCertain: true }
      : this.byNumbers(packet, side);
    note(assignment.incarnation, packet, side);
    return assignment;
  }

  private ofSyn(packet: CapturedPacket, side: Side, next: readonly Passing[]): Incarnation {
    const recent = this.all.slice(-MEMORY).reverse();
    const isSynAck = packet.ack !== null;
    if (isSynAck) {
      const answered = recent.find(
        (one) => fitsAck(one, packet, side) && (one.tracks[side]?.origin ?? packet.seq) === packet.seq,
      );
      return answered ?? this.open(true);
    }
    const [last] = recent;
    // The same number again: sent again, or overtaken on its way, unless the answer is that of another connection which has chosen it anew.
    const isSame = last?.tracks[side]?.origin === packet.seq && last.opener[side] === 'syn';
    if (isSame && !(last.isPastSyn[side] && isAnsweredAnew(last, packet, side, next))) return last;
    const isCrossing =
      last?.tracks[side] === null && last.opener[other(side)] === 'syn' && !last.isPastSyn[other(side)];
    return isCrossing ? last : this.open(true);
  }

  private byNumbers(packet: CapturedPacket, side: Side): Assignment {
    const recent = this.all.slice(-MEMORY).reverse();
    const fitting = recent.filter((one) => fitsSeq(one, packet, side) && fitsAck(one, packet, side));
    // Whoever has opened the next connection speaks for the old one by resets only. It may acknowledge there what its peer has not sent: old octets.
    const own = recent.find((one) => one.opener[side] !== null);
    const isNext = own !== undefined && own.tracks[side]?.placeOf(packet.seq) === own.tracks[side]?.top;
    const isBehindOwn = own !== undefined && (fitting[0]?.number ?? 0) < own.number;
    if (isNext && isBehindOwn && (packet.flags & FLAG.rst) === 0) return { incarnation: own, isCertain: false };
    const incarnation = fitting[0] ?? recent[0] ?? this.open(false);
    return { incarnation, isCertain: fitting.length === 1 || recent.length <= 1 };
  }

  private open(beginsWithSyn: boolean): Incarnation {
    const fresh: Incarnation = {
      number: this.all.length + 1,
      beginsWithSyn,
      tracks: [null, null],
      opener: [null, null],
      isPastSyn: [false, false],
      scale: [undefined, undefined],
      offered: [0, 0],
    };
    this.all.push(fresh);
    return fresh;
  }
}

/** The other end's next SYN acknowledges this one with a number that it has not had; or it is one of its own, and both open anew. */
function isAnsweredAnew(
  { tracks }: Incarnation,
  { seq }: CapturedPacket,
  side: Side,
  next: readonly Passing[],
): boolean {
  const answer = next.find((one) => one.side !== side && (one.packet.flags & FLAG.syn) !== 0)?.packet;
  if (answer === undefined) return false;
  return answer.ack === null || (answer.ack === (seq + 1) >>> 0 && answer.seq !== tracks[other(side)]?.origin);
}

/** A reset may bear sequence number 0 where it answers a segment without ACK. */
function fitsSeq({ tracks, offered }: Incarnation, { seq, flags, ack }: CapturedPacket, side: Side): boolean {
  const track = tracks[side];
  if (track === null || (seq === 0 && ack !== null && (flags & FLAG.rst) !== 0)) return true;
  const place = track.placeOf(seq);
  // Nothing comes behind a FIN.
  return place >= 0 && place <= (track.finEnd ?? track.top + offered[other(side)]);
}

/** Acknowledges something that the other end has sent. */
function fitsAck({ tracks, offered }: Incarnation, { ack }: CapturedPacket, side: Side): boolean {
  const track = tracks[other(side)];
  if (track === null || ack === null) return true;
  const place = track.placeOf(ack);
  return place >= 0 && place <= track.top + (track.isOriginKnown ? 0 : offered[side]);
}

/** Notes what a segment says of the numbers at both ends. */
function note(incarnation: Incarnation, packet: CapturedPacket, side: Side): void {
  const { tracks, opener, isPastSyn, scale, offered } = incarnation;
  const { seq, ack, flags, options, window } = packet;
  const isSyn = (flags & FLAG.syn) !== 0;
  const isReset = (flags & FLAG.rst) !== 0;
  if (isSyn) {
    tracks[side] ??= new SequenceTrack(seq, true);
    opener[side] ??= ack === null ? 'syn' : 'syn-ack';
    scale[side] ??= options.windowScale;
  } else if (!isReset) {
    tracks[side] ??= new SequenceTrack((seq - 1) >>> 0, false);
    isPastSyn[side] = true;
  }
  offered[side] = Math.max(offered[side], window << (isSyn ? 0 : shiftOf(incarnation, side)));
  if (ack === null || isReset) return;
  if (tracks[other(side)] === null) tracks[other(side)] = new SequenceTrack((ack - 1) >>> 0, false);
}

/** By how much an end's windows are to be shifted: nothing unless both SYNs had the option (RFC 7323 §2.2), the utmost where they were not seen. */
export function shiftOf({ scale }: Incarnation, side: Side): number {
  const own = scale[side];
  const peer = scale[other(side)];
  if (own === null || peer === null) return 0;
  return own === undefined || peer === undefined ? LARGEST_SHIFT : Math.min(own, LARGEST_SHIFT);
}
