import type { CapturedPacket } from '../packet';
import { type Conversation, other, type Side, senderOf } from './conversation';
import { type Point, signatureOf, type Vantage } from './vantage';

/** One datagram on its way from one end to the other, put together from where it was seen. */
export interface Passing {
  /** The sights of it, the sender's first. */
  readonly packets: readonly CapturedPacket[];
  /** Its contents. */
  readonly packet: CapturedPacket;
  readonly side: Side;
  /** First seen. */
  readonly seenMs: number;
  /** Null where its sender was not watched, or was and did not send it: then the network made it. */
  readonly sentMs: number | null;
  /** Null where its receiver was not watched, or was and did not get it. */
  readonly arrivesMs: number | null;
  /** The same datagram again: index of the first among the passings. */
  readonly copyOf: number | null;
}

/** The datagrams of a conversation in the order in which they were first seen. */
export function passingsOf(conversation: Conversation, vantage: Vantage): Passing[] {
  const { points, watched } = vantage;
  const [first, second] = points;
  const found =
    first !== undefined && second !== undefined
      ? seenTwice(conversation, [first, second])
      : seenOnce(conversation, first, watched);
  found.sort((a, b) => a.seenMs - b.seenMs || a.packet.number - b.packet.number);
  return markCopies(found);
}

type Found = Omit<Passing, 'copyOf'>;

function seenOnce(conversation: Conversation, point: Point | undefined, watched: readonly [boolean, boolean]): Found[] {
  return (point?.packets ?? []).map((packet) => {
    const side = senderOf(conversation, packet);
    const { atMs } = packet;
    return {
      ...{ packets: [packet], packet, side, seenMs: atMs },
      sentMs: watched[side] ? atMs : null,
      arrivesMs: watched[other(side)] ? atMs : null,
    };
  });
}

/** Joins what one end sent with what the other got: of equal datagrams the latest that had been sent by then. */
function seenTwice(conversation: Conversation, ends: readonly [Point, Point]): Found[] {
  return ([0, 1] as const).flatMap((side) => {
    const sent = ends[side].packets.filter((packet) => senderOf(conversation, packet) === side);
    const got = ends[other(side)].packets.filter((packet) => senderOf(conversation, packet) === side);
    return joinSights(side, sent, new Set(got));
  });
}

function joinSights(side: Side, sent: readonly CapturedPacket[], got: ReadonlySet<CapturedPacket>): Found[] {
  const found: Found[] = [];
  const underWay = new Map<string, CapturedPacket[]>();
  const sights = [...sent, ...got].sort((a, b) => a.atMs - b.atMs || a.number - b.number);
  for (const packet of sights) {
    const signature = signatureOf(packet);
    const waiting = underWay.get(signature) ?? [];
    if (waiting.length === 0) underWay.set(signature, waiting);
    if (!got.has(packet)) {
      waiting.push(packet);
      continue;
    }
    const original = waiting.pop();
    const arrivesMs = packet.atMs;
    if (original === undefined)
      found.push({ packets: [packet], packet, side, seenMs: arrivesMs, sentMs: null, arrivesMs });
    else found.push({ packets: [original, packet], ...sentBy(original, side), arrivesMs });
  }
  for (const lost of [...underWay.values()].flat())
    found.push({ packets: [lost], ...sentBy(lost, side), arrivesMs: null });
  return found;
}

function sentBy(packet: CapturedPacket, side: Side): Pick<Found, 'packet' | 'side' | 'seenMs' | 'sentMs'> {
  return { packet, side, seenMs: packet.atMs, sentMs: packet.atMs };
}

/**
 * The same datagram again is the network's doing: a retransmission has another identification, or another timestamp.
 * Where a datagram has neither, nothing tells the two apart and it is taken for a retransmission.
 */
function markCopies(found: readonly Found[]): Passing[] {
  const firsts = new Map<string, number>();
  return found.map((one, index) => {
    const { identification, options } = one.packet;
    const isTelling = (identification ?? 0) !== 0 || options.timestamps !== null;
    const signature = signatureOf(one.packet);
    const copyOf = isTelling ? (firsts.get(signature) ?? null) : null;
    if (copyOf === null) firsts.set(signature, index);
    return { ...one, copyOf };
  });
}
