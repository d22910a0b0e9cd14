declare const brand: unique symbol;

/** A place in the sequence space: 0 … 2^32 − 1, and after that 0 again (RFC 9293 §3.4). Plain `<` between two of them is a mistake. */
export type SeqNumber = number & { readonly [brand]: 'SeqNumber' };

/** Any integer, taken modulo 2^32. */
export function seqNumber(value: number): SeqNumber {
  return (value >>> 0) as SeqNumber;
}

/** The sequence number `octets` further on; negative steps back. */
export function advance(seq: SeqNumber, octets: number): SeqNumber {
  return ((seq + octets) >>> 0) as SeqNumber;
}

/** How far it is from one to the other, −2^31 … 2^31 − 1: positive when `to` comes later. */
export function distance(from: SeqNumber, to: SeqNumber): number {
  return (to - from) | 0;
}

export function isBefore(a: SeqNumber, b: SeqNumber): boolean {
  return ((a - b) | 0) < 0;
}

export function isAtMost(a: SeqNumber, b: SeqNumber): boolean {
  return ((a - b) | 0) <= 0;
}

export function laterOf(a: SeqNumber, b: SeqNumber): SeqNumber {
  return isBefore(a, b) ? b : a;
}

/** RCV.NXT =< seq < RCV.NXT + RCV.WND, as Table 6 of RFC 9293 asks; never true of an empty window. */
export function isInWindow(seq: SeqNumber, start: SeqNumber, size: number): boolean {
  return (seq - start) >>> 0 < size;
}
