import type { CapturedPacket } from '../packet';
import { type Conversation, other, type Side, senderOf } from './conversation';

/** From where a conversation was watched. */
export interface Vantage {
  /** One for each end that was watched, at that end; or a single one somewhere, watched or not. */
  readonly points: readonly Point[];
  /** By end: whether its sendings and receptions were seen where they happened. */
  readonly watched: readonly [boolean, boolean];
}

/** One interface, or one device of it, that saw the conversation. */
export interface Point {
  readonly packets: readonly CapturedPacket[];
  /** The ends that sit there. */
  readonly local: readonly Side[];
}

/**
 * Where the capture was made. Files that say for each packet whether the capturing host sent or received it tell it themselves; for others `at`
 * names the addresses of the capturing hosts. Where neither does, the capture may have been made anywhere between the ends.
 */
export function vantageOf(conversation: Conversation, at: ReadonlySet<string>): Vantage {
  const points = pointsOf(conversation, at);
  const atEnd = ([0, 1] as const).map((side) =>
    largest(points.filter(({ local }) => local.length === 1 && local[0] === side)),
  );
  const [first, second] = atEnd;
  if (first !== undefined && second !== undefined && isPossible(first, second, conversation)) {
    return { points: [first, second], watched: [true, true] };
  }
  // A router that sees every packet come in on one side and go out on the other looks like both ends, but things would arrive before they are sent.
  const isForwarded = first !== undefined && second !== undefined;
  const best = largest(points);
  const local = isForwarded ? [] : (best?.local ?? []);
  return { points: best === undefined ? [] : [best], watched: [local.includes(0), local.includes(1)] };
}

function pointsOf(conversation: Conversation, at: ReadonlySet<string>): Point[] {
  const byPlace = new Map<string, CapturedPacket[]>();
  for (const packet of conversation.packets) {
    const place = `${packet.interface} ${packet.device}`;
    const known = byPlace.get(place);
    if (known === undefined) byPlace.set(place, [packet]);
    else known.push(packet);
  }
  return [...byPlace.values()].map((packets) => ({ packets, local: localEnds(conversation, packets, at) }));
}

function localEnds(conversation: Conversation, packets: readonly CapturedPacket[], at: ReadonlySet<string>): Side[] {
  const [a, b] = conversation.ends;
  const named = ([0, 1] as const).filter((side) => at.has(conversation.ends[side].host));
  if (named.length > 0) return named;
  const told = new Set<Side>();
  for (const packet of packets) {
    const sender = senderOf(conversation, packet);
    if (packet.direction === 'out') told.add(sender);
    if (packet.direction === 'in') told.add(other(sender));
  }
  // Both ends at one interface: a host that talks to itself. With two addresses it is one that forwards.
  return told.size === 2 && a.host !== b.host ? [] : [...told];
}

function largest(points: readonly Point[]): Point | undefined {
  return points.reduce<Point | undefined>(
    (best, one) => (best === undefined || one.packets.length > best.packets.length ? one : best),
    undefined,
  );
}

/** Whether what both points saw was mostly seen by the sender's first. */
function isPossible(first: Point, second: Point, conversation: Conversation): boolean {
  const firstSight = new Map(second.packets.map((packet) => [signatureOf(packet), packet.atMs]));
  let balance = 0;
  for (const packet of first.packets) {
    const there = firstSight.get(signatureOf(packet));
    if (there === undefined || there === packet.atMs) continue;
    const isSentHere = senderOf(conversation, packet) === 0;
    balance += isSentHere === packet.atMs < there ? 1 : -1;
  }
  return balance >= 0;
}

/** What two sights of one datagram have in common. The checksum is not among it: where the network card makes it, the sender's own capture has none. */
export function signatureOf(packet: CapturedPacket): string {
  const { source, sourcePort, identification, seq, ack, flags, window, length, options } = packet;
  const { value, echo } = options.timestamps ?? { value: '-', echo: '-' };
  return `${source} ${sourcePort} ${identification} ${seq} ${ack} ${flags} ${window} ${length} ${value} ${echo}`;
}
