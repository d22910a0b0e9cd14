import { type CapturedPacket, FLAG } from '../packet';
import { other, type Side } from './conversation';
import { type Assignment, Incarnations } from './incarnations';
import type { Passing } from './passing';
import type { SequenceTrack } from './sequence-track';

/** A passing with its place in its connection. */
export interface Numbered extends Assignment {
  readonly passing: Passing;
  readonly packet: CapturedPacket;
  readonly side: Side;
  /** Place of its first octet, counted from the initial number. */
  readonly place: number;
  readonly ackPlace: number | null;
  /** Octets of the sequence space that it occupies: text, SYN and FIN. */
  readonly occupies: number;
  readonly isSyn: boolean;
  readonly isFin: boolean;
  readonly isReset: boolean;
  readonly transmission: number;
  readonly isDuplicateAck: boolean;
}

/** How many segments later the answer to a SYN may be. */
const LOOK_AHEAD = 16;

interface LastSaid {
  readonly ack: number | null;
  readonly window: number;
}

/** Gives every passing of a conversation its connection and its numbers there. */
export function number(passings: readonly Passing[]): {
  readonly incarnations: Incarnations;
  readonly numbered: readonly Numbered[];
} {
  const incarnations = new Incarnations();
  const numbered: Numbered[] = [];
  const lastSaid = new Map<string, LastSaid>();
  for (const [index, passing] of passings.entries()) {
    const original = passing.copyOf === null ? undefined : numbered[passing.copyOf];
    const assignment = original ?? incarnations.assign(passing, passings.slice(index + 1, index + 1 + LOOK_AHEAD));
    numbered.push(numberOne(passing, assignment, original, lastSaid));
  }
  return { incarnations, numbered };
}

function numberOne(
  passing: Passing,
  { incarnation, isCertain }: Assignment,
  original: Numbered | undefined,
  lastSaid: Map<string, LastSaid>,
): Numbered {
  const { packet, side } = passing;
  const [isSyn, isFin, isReset] = [FLAG.syn, FLAG.fin, FLAG.rst].map((flag) => (packet.flags & flag) !== 0);
  const occupies = isReset ? 0 : packet.length + Number(isSyn) + Number(isFin);
  const own = incarnation.tracks[side];
  const place = placeIn(own, packet.seq);
  const ackPlace = packet.ack === null ? null : placeIn(incarnation.tracks[other(side)], packet.ack);
  const said = `${incarnation.number} ${side}`;
  const before = lastSaid.get(said);
  const isPureAck = occupies === 0 && !isReset && packet.ack !== null;
  const isDuplicateAck =
    isPureAck && before?.ack === packet.ack && before.window === packet.window && place === own?.top;
  lastSaid.set(said, { ack: packet.ack, window: packet.window });
  const seenTimes =
    own?.add(place, original === undefined ? occupies : 0, isSyn && packet.ack !== null ? ' SYN-ACK' : '') ?? 1;
  if (isFin && own !== null) own.finEnd ??= place + occupies;
  return {
    ...{ passing, packet, side, incarnation, isCertain, place, ackPlace, occupies },
    ...{ isSyn: isSyn === true, isFin: isFin === true, isReset: isReset === true, isDuplicateAck },
    transmission: original?.transmission ?? seenTimes,
  };
}

/** A reset may be all that was ever seen of a direction; its number is then no place. */
function placeIn(track: SequenceTrack | null, seq: number): number {
  return track === null ? seq : track.placeOf(seq);
}
