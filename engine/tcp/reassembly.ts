import type { Held, Octets, ReceiveSide } from './connection';
import type { Segment } from './segment';
import { advance, distance, isAtMost, isBefore, type SeqNumber } from './sequence-number';

type Piece = Pick<Segment, 'seq' | 'text' | 'origin'>;

/** Takes a segment that begins at or before RCV.NXT, then whatever was held behind it. `drop` = nobody will read it. */
export function takeInOrder(receive: ReceiveSide, segment: Piece, drop: boolean): ReceiveSide {
  const taken: Octets[] = [];
  let next = take(receive.rcvNxt, segment, taken);
  let waiting = receive.held;
  while (waiting[0] !== undefined && isAtMost(waiting[0].seq, next)) {
    next = take(next, waiting[0], taken);
    waiting = waiting.slice(1);
  }
  if (next === receive.rcvNxt) return receive;
  if (drop) return { ...receive, rcvNxt: next, held: waiting };
  const length = distance(receive.rcvNxt, next);
  const unread = [...receive.unread, ...taken];
  return { ...receive, rcvNxt: next, held: waiting, unread, unreadLength: receive.unreadLength + length };
}

/** Adds the part of a piece that is new at `next`; gives back where the next octet belongs. */
function take(next: SeqNumber, piece: Piece, taken: Octets[]): SeqNumber {
  const text = piece.text.slice(Math.max(0, distance(piece.seq, next)));
  if (text === '') return next;
  taken.push({ text, origin: piece.origin });
  return advance(next, text.length);
}

/** Keeps a segment that begins beyond RCV.NXT. Where it overlaps what is already held, the octets that came first stay. */
export function hold(receive: ReceiveSide, segment: Piece): ReceiveSide {
  const held: Held[] = [];
  let rest: Held | null = segment.text === '' ? null : { seq: segment.seq, text: segment.text, origin: segment.origin };
  for (const kept of receive.held) {
    if (rest !== null && isBefore(rest.seq, kept.seq)) {
      const free = distance(rest.seq, kept.seq);
      held.push({ ...rest, text: rest.text.slice(0, free) });
    }
    rest = beyond(rest, advance(kept.seq, kept.text.length));
    held.push(kept);
  }
  if (rest !== null) held.push(rest);
  return { ...receive, held };
}

/** The part of a piece at or after `edge`. */
function beyond(piece: Held | null, edge: SeqNumber): Held | null {
  if (piece === null) return null;
  const cut = distance(piece.seq, edge);
  if (cut <= 0) return piece;
  return cut >= piece.text.length ? null : { ...piece, seq: edge, text: piece.text.slice(cut) };
}
