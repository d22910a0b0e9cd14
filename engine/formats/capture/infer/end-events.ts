import { other, type Side } from './conversation';
import type { Effect, EndEvent, UnderWay } from './end-event';
import type { Incarnation } from './incarnations';
import type { Numbered } from './numbered';
import { SequenceTrack } from './sequence-track';

/** One end of one connection, and what there is to go by. */
export interface EndView {
  readonly side: Side;
  readonly incarnation: Incarnation;
  readonly isWatched: boolean;
  /** All of the connection's segments, with their ids. */
  readonly segments: readonly (readonly [number, Numbered])[];
  /** Segments that seem not to have arrived: their sender sent them again before they were acknowledged, or in the end in vain. */
  readonly doubtful: ReadonlySet<Numbered>;
  /** When this end opened the next connection of the four-tuple, and by which segment. */
  readonly replaced: { readonly atMs: number; readonly segment: number } | null;
}

interface Happening {
  readonly atMs: number;
  readonly order: number;
  readonly segment: number;
  readonly numbered: Numbered;
  readonly isSent: boolean;
}

/** What happened at this end, in the order in which it happened there as far as that was seen. */
export function endEvents(view: EndView): EndEvent[] {
  const happenings = view.segments.flatMap(([segment, numbered]) => happeningOf(view, segment, numbered));
  happenings.sort((a, b) => a.atMs - b.atMs || a.order - b.order);
  const reader = new EndReader(view);
  const answered = metNobody(happenings);
  const events = happenings.flatMap((one) => reader.read(one, answered.has(one)));
  const { replaced } = view;
  if (replaced === null) return events;
  const behind = events.findIndex(({ atMs }) => atMs > replaced.atMs);
  return events.toSpliced(behind < 0 ? events.length : behind, 0, { type: 'replaced', ...replaced });
}

/** A copy that the network made was not sent; what an end that was watched did not get did not arrive. */
function happeningOf({ side, isWatched }: EndView, segment: number, numbered: Numbered): Happening[] {
  const { passing } = numbered;
  const isSent = numbered.side === side;
  const seenHere = isSent ? passing.sentMs : passing.arrivesMs;
  if ((isSent && passing.copyOf !== null) || (isWatched && seenHere === null)) return [];
  const sight = isSent ? passing.packets[0] : passing.packets.at(-1);
  return [{ atMs: seenHere ?? passing.seenMs, order: sight?.number ?? 0, segment, numbered, isSent }];
}

/** How many segments back the one may be that a reset answers. */
const ANSWERABLE = 16;

/** What was answered by a reset such as CLOSED sends (RFC 9293 §3.10.7.1): its number is the acknowledgment that came, or it acknowledges what had none. */
function metNobody(happenings: readonly Happening[]): Set<Happening> {
  const answered = new Set<Happening>();
  let received: Happening[] = [];
  for (const one of happenings) {
    const { packet, isReset } = one.numbered;
    if (!one.isSent) received = [...received.slice(1 - ANSWERABLE), one];
    else if (!isReset) received = [];
    else {
      const cause = received.findLast(({ numbered }) => !answered.has(one) && isAnswer(packet, numbered));
      if (cause !== undefined) answered.add(cause);
    }
  }
  return answered;
}

function isAnswer(reset: Numbered['packet'], { packet, occupies, isReset }: Numbered): boolean {
  if (isReset) return false;
  if (reset.ack === null) return packet.ack === reset.seq;
  return packet.ack === null && reset.seq === 0 && reset.ack === (packet.seq + occupies) >>> 0;
}

/** Reads what happens at an end in its order and keeps what later events are judged by. */
class EndReader {
  private readonly isStartKnown: boolean;
  private readonly received: SequenceTrack;
  private readonly sentOctets: SequenceTrack;
  /** The peer's octets were captured with a hole that never filled; its FIN then counts as soon as it passes. */
  private readonly hasGap: boolean;
  private ownFinEnd: number | null = null;
  private peersFinEnd: number | null = null;
  private hasSentSyn = false;
  private ackSent = -1;
  private soFar: UnderWay = {
    acksSyn: false,
    acksFin: false,
    isSynAck: false,
    completesFin: false,
    reset: false,
  };

  constructor(private readonly view: EndView) {
    const { incarnation, side } = view;
    const peer = incarnation.tracks[other(side)];
    this.isStartKnown = incarnation.beginsWithSyn;
    this.received = new SequenceTrack(peer?.origin ?? 0, peer?.isOriginKnown ?? false);
    const own = incarnation.tracks[side];
    this.sentOctets = new SequenceTrack(own?.origin ?? 0, own?.isOriginKnown ?? false);
    this.hasGap = peer !== null && peer.contiguous < peer.top;
  }

  read(one: Happening, metNobody: boolean): EndEvent[] {
    const { atMs, segment } = one;
    if (one.isSent) return this.sent(one).map((event) => ({ ...event, atMs, segment }));
    const event = this.arrived(one.numbered, metNobody);
    return [{ ...event, atMs, segment }];
  }

  private sent({ numbered }: Happening): Unplaced[] {
    const { isSyn, isFin, isReset, ackPlace, occupies, packet, place } = numbered;
    if (isReset) return [{ type: 'sent-reset', isForeign: place < 0 || place > (this.ownTop() ?? place) }];
    if (ackPlace === null) {
      // A SYN behind other segments of the same connection was overtaken on its way.
      if (!isSyn || this.ackSent >= 0) return [];
      const isNew = !this.hasSentSyn;
      this.hasSentSyn = true;
      this.sentOctets.add(place, occupies);
      return [{ type: 'sent-syn', isNew }];
    }
    // An older acknowledgment was overtaken on its way: it says nothing of the present.
    if (ackPlace < this.ackSent) return [];
    this.ackSent = ackPlace;
    const sending = {
      acksPeersFin: this.peersFinEnd === null ? null : ackPlace >= this.peersFinEnd,
      isStartKnown: this.isStartKnown,
      isBehindHole: !this.view.isWatched && place > this.sentOctets.contiguous,
      underWay: this.view.isWatched ? null : this.soFar,
    };
    this.sentOctets.add(place, occupies);
    if (isSyn) return [{ type: 'sent-syn-ack', ...sending }];
    if (!isFin)
      return [{ type: 'sent', hasText: packet.length > 0, isFirstAck: occupies === 0 && ackPlace === 1, ...sending }];
    const isNew = this.ownFinEnd === null;
    this.ownFinEnd ??= place + occupies;
    return [{ type: 'sent-fin', isNew, ...sending }];
  }

  private arrived(numbered: Numbered, metNobody: boolean): Unplaced {
    const { isSyn, isFin, isReset, ackPlace, occupies, place } = numbered;
    const { isWatched: isCertain } = this.view;
    const acksSyn = ackPlace !== null && ackPlace >= 1 && ackPlace <= (this.ownTop() ?? ackPlace);
    if (isReset) {
      const isExact = place === this.received.contiguous || place === this.ackSent;
      const isInWindow = place >= this.ackSent && place < this.ackSent + this.view.incarnation.offered[this.view.side];
      if (isExact && !this.soFar.reset) this.soFar = { ...this.soFar, reset: true };
      return { type: 'received-reset', isExact, isInWindow, acksSyn, isCertain };
    }
    const isOld = occupies > 0 && place + occupies <= this.received.contiguous;
    this.received.add(place, occupies);
    if (isFin) this.peersFinEnd ??= place + occupies;
    if (metNobody) return { type: 'met-nobody', acksSyn };
    const hasAll =
      this.peersFinEnd !== null && (this.received.contiguous >= this.peersFinEnd || (this.hasGap && isFin));
    const effect: Effect = {
      acksSyn,
      acksFin: this.ownFinEnd !== null && ackPlace !== null && ackPlace >= this.ownFinEnd,
      isSynAck: isSyn && ackPlace !== null,
      completesFin: hasAll && occupies > 0,
    };
    this.soFar = join(this.soFar, effect);
    return { type: 'received', ...effect, isCertain, isDoubtful: this.view.doubtful.has(numbered), isOld };
  }

  private ownTop(): number | undefined {
    return this.view.incarnation.tracks[this.view.side]?.top;
  }
}

type Unplaced = EndEvent extends infer E ? (E extends EndEvent ? Omit<E, 'atMs' | 'segment'> : never) : never;

/** The same object where nothing is new, since most segments bring nothing new. */
function join(soFar: UnderWay, effect: Effect): UnderWay {
  const joined = {
    acksSyn: soFar.acksSyn || effect.acksSyn,
    acksFin: soFar.acksFin || effect.acksFin,
    isSynAck: soFar.isSynAck || effect.isSynAck,
    completesFin: soFar.completesFin || effect.completesFin,
    reset: soFar.reset,
  };
  const isNew = (['acksSyn', 'acksFin', 'isSynAck', 'completesFin'] as const).some((one) => joined[one] !== soFar[one]);
  return isNew ? joined : soFar;
}
