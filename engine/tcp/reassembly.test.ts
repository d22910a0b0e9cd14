import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reach } from '../testing/reach';
import type { ReceiveSide } from './connection';
import { hold, takeInOrder } from './reassembly';
import { advance, isAtMost, seqNumber } from './sequence-number';

function emptyReceive(): ReceiveSide {
  const { connection } = reach('ESTABLISHED');
  if (connection.state !== 'ESTABLISHED') throw new Error('not reached');
  return connection.receive;
}

function add(receive: ReceiveSide, seq: number, text: string, origin = 1): ReceiveSide {
  const piece = { seq: seqNumber(seq), text, origin };
  return isAtMost(piece.seq, receive.rcvNxt) ? takeInOrder(receive, piece, false) : hold(receive, piece);
}

const textOf = ({ unread }: ReceiveSide) => unread.map(({ text }) => text).join('');

describe('the reassembly queue', () => {
  const empty = emptyReceive();
  const next = empty.rcvNxt;

  it('gives back the stream from its pieces, in whatever order and however they overlap', () => {
    const stream = Array.from({ length: 40 }, (_, index) => String.fromCharCode(65 + index)).join('');
    const piece = fc.tuple(fc.nat({ max: 39 }), fc.integer({ min: 1, max: 15 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const all = pieces.reduce(
          (receive, [from, length]) => add(receive, advance(next, from), stream.slice(from, from + length)),
          empty,
        );
        const got = textOf(all);
        expect(stream.startsWith(got)).toBe(true);
        expect(all.rcvNxt).toBe(advance(next, got.length));
        expect(all.unreadLength).toBe(got.length);
        const whole = add(all, next, stream);
        expect([textOf(whole), whole.held]).toEqual([stream, []]);
      }),
    );
  });

  it('keeps what it holds in order, without overlaps', () => {
    const piece = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { held } = pieces.reduce(
          (receive, [from, length]) => add(receive, advance(next, from), 'x'.repeat(length)),
          empty,
        );
        held.forEach((one, index) => {
          const after = held[index + 1];
          if (after !== undefined) expect(isAtMost(advance(one.seq, one.text.length), after.seq)).toBe(true);
        });
      }),
    );
  });

  it('lets the octets stay that came first', () => {
    const held = add(add(empty, advance(next, 3), 'OLD', 1), advance(next, 2), '-new-', 2);
    const all = add(held, next, 'ab', 2);
    expect(textOf(all)).toBe('ab-OLD-');
    expect(all.unread.map(({ origin }) => origin)).toEqual([2, 2, 1, 2]);
  });
});
