import type { SegmentKind } from '../../../simulation/timeline';
import type { Acknowledged } from './acknowledged';
import type { CaptureSegment, Moment } from './capture-timeline';
import { type Conversation, other } from './conversation';
import { connectionId } from './end-of-connection';
import { shiftOf } from './incarnations';
import type { Numbered } from './numbered';
import type { Vantage } from './vantage';

/** The segments of a conversation as the timeline tells them. */
export function captureSegments(
  { ends }: Conversation,
  vantage: Vantage,
  numbered: readonly Numbered[],
  acknowledged: Acknowledged,
  connections: ReadonlySet<string>,
): Omit<CaptureSegment, 'id'>[] {
  return numbered.map((one) => {
    const { packet, passing, side, incarnation } = one;
    const [here, there] = [ends[side], ends[other(side)]];
    const id = connectionId(ends, side, incarnation.number);
    const isScaled =
      !one.isSyn && incarnation.scale[side] !== undefined && incarnation.scale[other(side)] !== undefined;
    return {
      packets: passing.packets.map(({ number }) => number),
      from: here.host,
      to: there.host,
      connection: connections.has(id) ? id : null,
      incarnation: incarnation.number,
      isIncarnationCertain: one.isCertain,
      sourcePort: here.port,
      destinationPort: there.port,
      kind: kindOf(one),
      flags: printFlags(packet.flags),
      seq: packet.seq,
      ack: packet.ack,
      relativeSeq: one.place,
      relativeAck: one.ackPlace,
      length: packet.length,
      payload: latin1(packet.payload),
      window: isScaled ? packet.window * 2 ** shiftOf(incarnation, side) : packet.window,
      isWindowScaleKnown: one.isSyn || isScaled,
      timestamps: packet.options.timestamps,
      sent: { earliestMs: passing.sentMs, latestMs: passing.sentMs ?? passing.seenMs },
      ...arrivalOf(one, vantage, acknowledged),
      copyOf: passing.copyOf,
      transmission: one.transmission,
      isDuplicateAck: one.isDuplicateAck,
    };
  });
}

/** Seen to arrive; or acknowledged later, where it was sent once only, so that nothing else can be meant. */
function arrivalOf(
  one: Numbered,
  { watched }: Vantage,
  acknowledged: Acknowledged,
): { readonly arrives: Moment | null; readonly fate: CaptureSegment['fate'] } {
  const { passing, side, occupies } = one;
  if (passing.arrivesMs !== null) {
    return { arrives: { earliestMs: passing.arrivesMs, latestMs: passing.arrivesMs }, fate: 'delivered' };
  }
  if (watched[other(side)]) return { arrives: null, fate: 'lost' };
  const ackMs = occupies > 0 && acknowledged.isOnly(one) ? acknowledged.ackMs(one) : null;
  if (ackMs === null) return { arrives: null, fate: 'unknown' };
  return { arrives: { earliestMs: passing.seenMs, latestMs: ackMs }, fate: 'delivered' };
}

function kindOf({ isReset, isSyn, isFin, packet }: Numbered): SegmentKind {
  if (isReset) return 'rst';
  if (isSyn) return 'syn';
  if (isFin) return 'fin';
  return packet.length > 0 ? 'data' : 'ack';
}

/** In the order in which a run prints them, the rarer ones behind. */
const NAMES: readonly (readonly [number, string])[] = [
  ...([
    [0x02, 'SYN'],
    [0x01, 'FIN'],
    [0x04, 'RST'],
    [0x08, 'PSH'],
    [0x10, 'ACK'],
  ] as const),
  ...([
    [0x20, 'URG'],
    [0x40, 'ECE'],
    [0x80, 'CWR'],
    [0x100, 'AE'],
  ] as const),
];

function printFlags(flags: number): string {
  return NAMES.flatMap(([bit, name]) => ((flags & bit) === 0 ? [] : [name])).join(', ');
}

/** One character an octet; in pieces, since a call takes only so many arguments. */
function latin1(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at < octets.length; at += 4096) text += String.fromCharCode(...octets.subarray(at, at + 4096));
  return text;
}
