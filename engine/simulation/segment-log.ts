import { relativeSeq } from '../network/link';
import type { Departure } from '../network/observer';
import type { RuleId } from '../tcp/rules';
import { printFlags, type Segment, segmentLength } from '../tcp/segment';
import type { Reception } from '../tcp/turn';
import type { ConnectionRecord, Entry, SegmentKind, SegmentRecord } from './timeline';
import type { Writable } from './writable';

/** A departure; where none of the engine's rules sent it, without one. */
export type Sending = Omit<Departure, 'rule'> & { readonly rule: RuleId | null };

/** Writes down every segment: as it was sent, and what became of it. */
export class SegmentLog {
  readonly records: Writable<SegmentRecord>[] = [];
  private readonly transmissions = new Map<string, number>();

  /** `relative`: its sequence number counted from the initial one, where the sender is no host of the engine that would know it. */
  sent(
    departure: Sending,
    connection: ConnectionRecord | null,
    entry: Pick<Entry, 'id' | 'lane'>,
    relative = relativeOf(departure),
  ): number {
    const { segment, from, to, sourcePort, destinationPort, copyOf } = departure;
    const id = this.records.length;
    const copied = copyOf === null ? undefined : this.records[copyOf];
    this.records.push({
      id,
      from: from.spec.id,
      to: to.spec.id,
      fromLane: connection?.lane ?? entry.lane,
      // Known once it has arrived, or when the run is over.
      toLane: '',
      connection: connection?.id ?? null,
      incarnation: segment.origin,
      sourcePort,
      destinationPort,
      kind: kindOf(segment),
      flags: printFlags(segment),
      seq: segment.seq,
      ack: segment.ack,
      relativeSeq: relative,
      length: segment.text.length,
      payload: segment.text,
      window: segment.window,
      timestamps: segment.timestamps,
      sentMs: departure.sentMs,
      arrivesMs: departure.arrivesMs,
      fate: departure.isLost ? 'lost' : 'in flight',
      delayedByMs: departure.delayedByMs,
      copyOf,
      transmission: copied?.transmission ?? this.countTransmission(departure, relative),
      isChallengeAck: departure.isChallenge,
      rule: departure.rule,
      sentIn: entry.id,
      processedIn: null,
      reception: null,
    });
    return id;
  }

  /** A segment that is processed twice (TIME_WAIT gives way to the listener) keeps the last entry and the last word. */
  arrived(id: number, entry: number): void {
    const segment = this.records[id];
    if (segment === undefined) return;
    segment.fate = 'delivered';
    segment.processedIn = entry;
  }

  received(id: number, reception: Reception | null): void {
    const segment = this.records[id];
    if (segment !== undefined) segment.reception = reception;
  }

  /** How many times these octets have left, this time included. Bare acknowledgments and resets occupy none and are always the first. */
  private countTransmission({ segment, from, to, ...ports }: Sending, relative: number): number {
    if (segment.rst || segmentLength(segment) === 0) return 1;
    const isSynAck = segment.syn && segment.ack !== null;
    const pair = `${from.index}:${ports.sourcePort}-${to.index}:${ports.destinationPort}#${segment.origin}`;
    const key = `${pair} ${relative} ${isSynAck}`;
    const count = (this.transmissions.get(key) ?? 0) + 1;
    this.transmissions.set(key, count);
    return count;
  }
}

function relativeOf({ segment, from, to, sourcePort, destinationPort }: Sending): number {
  return relativeSeq(from, { segment, remote: to.index, sourcePort, destinationPort });
}

function kindOf(segment: Segment): SegmentKind {
  if (segment.rst) return 'rst';
  if (segment.syn) return 'syn';
  if (segment.fin) return 'fin';
  return segment.text === '' ? 'ack' : 'data';
}
